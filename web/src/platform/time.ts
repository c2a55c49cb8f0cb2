const clock = new Intl.DateTimeFormat(undefined, { hour: "numeric", minute: "2-digit" });
const full = new Intl.DateTimeFormat(undefined, { dateStyle: "full", timeStyle: "medium" });
const weekday = new Intl.DateTimeFormat(undefined, { weekday: "long" });
const date = new Intl.DateTimeFormat(undefined, { weekday: "long", day: "numeric", month: "long" });
const dated = new Intl.DateTimeFormat(undefined, { day: "numeric", month: "long", year: "numeric" });
const short = new Intl.DateTimeFormat(undefined, { day: "numeric", month: "short" });

/** The local time of day of an ISO 8601 time. */
export const timeOf = (iso: string): string => clock.format(new Date(iso));

/** The whole local date and time, for titles. */
export const fullTimeOf = (iso: string): string => full.format(new Date(iso));

/** A key that is the same for all times of one local day. */
export function dayKey(iso: string): string {
  const day = new Date(iso);
  return `${day.getFullYear()}-${day.getMonth() + 1}-${day.getDate()}`;
}

/** "Today", "Yesterday", a weekday in the last week, else the date. */
export function dayName(iso: string, now: Date): string {
  const days = daysBefore(iso, now);
  if (days === 0) {
    return "Today";
  }
  if (days === 1) {
    return "Yesterday";
  }
  const day = new Date(iso);
  if (days > 1 && days < 7) {
    return weekday.format(day);
  }
  return day.getFullYear() === now.getFullYear() ? date.format(day) : dated.format(day);
}

/** As short as it can be said in a list: the time today, else the day. */
export function briefly(iso: string, now: Date): string {
  const days = daysBefore(iso, now);
  if (days <= 0) {
    return timeOf(iso);
  }
  return days === 1 ? "Yesterday" : short.format(new Date(iso));
}

function daysBefore(iso: string, now: Date): number {
  const day = new Date(iso);
  const from = Date.UTC(day.getFullYear(), day.getMonth(), day.getDate());
  const to = Date.UTC(now.getFullYear(), now.getMonth(), now.getDate());
  return Math.round((to - from) / 86_400_000);
}
