/** What a `/remind` asks for. */
export interface Asked {
  readonly whom: "me" | "room";
  readonly at: Date;
  readonly text: string;
}

/** How one writes it. */
export const USAGE = "Write /remind me or /remind room, then when, then what: in 20 minutes, at 15:00, or tomorrow at 9.";

const UNITS = { m: 60_000, h: 3_600_000, d: 86_400_000, w: 7 * 86_400_000 } as const;
const COMMAND = /^\/remind(?:\s+([^]*))?$/i;
const WHOM = /^(me|room)\s+([^]*)$/i;
const SPAN = /^in\s+(\d{1,4}|an?)\s*(m|min|mins|minutes?|h|hours?|d|days?|w|weeks?)\s+([^]+)$/i;
const TIME = String.raw`(\d{1,2})(?:[:.](\d{2}))?\s*(am|pm)?`;
const TODAY = new RegExp(String.raw`^at\s+${TIME}\s+([^]+)$`, "i");
const TOMORROW = new RegExp(String.raw`^tomorrow(?:\s+at\s+${TIME})?\s+([^]+)$`, "i");

/** An hour at which a day begins. */
const MORNING = 9;

/** Whether a text is meant as this command, well written or not. */
export const isRemind = (text: string): boolean => COMMAND.test(text);

/** Reads the command, in local time; undefined where it cannot be understood. A time that has passed today is tomorrow's. */
export function readRemind(text: string, now: Date): Asked | undefined {
  const [, whom, rest] = WHOM.exec(COMMAND.exec(text)?.[1] ?? "") ?? [];
  const when = rest === undefined ? undefined : (span(rest, now) ?? today(rest, now) ?? tomorrow(rest, now));
  const said = when?.[1].trim().replace(/^to\s+/i, "");
  return when && said ? { whom: whom!.toLowerCase() as Asked["whom"], at: when[0], text: said } : undefined;
}

type When = readonly [at: Date, text: string];

function span(rest: string, now: Date): When | undefined {
  const [, count, unit, text] = SPAN.exec(rest) ?? [];
  if (text === undefined) {
    return undefined;
  }
  const many = /^an?$/i.test(count!) ? 1 : Number(count);
  return many === 0 ? undefined : [new Date(now.getTime() + many * UNITS[unit![0]!.toLowerCase() as keyof typeof UNITS]), text];
}

function today(rest: string, now: Date): When | undefined {
  const [, hour, minute, half, text] = TODAY.exec(rest) ?? [];
  const at = text === undefined ? undefined : onDay(now, 0, hour!, minute, half);
  if (!at) {
    return undefined;
  }
  return [at > now ? at : onDay(now, 1, hour!, minute, half)!, text!];
}

function tomorrow(rest: string, now: Date): When | undefined {
  const [, hour, minute, half, text] = TOMORROW.exec(rest) ?? [];
  const at = text === undefined ? undefined : onDay(now, 1, hour ?? String(MORNING), minute, half);
  return at && [at, text!];
}

/** A local time so many days from now; undefined where there is no such time of day. */
function onDay(now: Date, days: number, hour: string, minute = "0", half = ""): Date | undefined {
  const [hours, minutes] = [Number(hour), Number(minute)];
  if (minutes > 59 || hours > (half ? 12 : 23) || (half && hours === 0)) {
    return undefined;
  }
  const afternoon = half.toLowerCase() === "pm" ? 12 : 0;
  const at = new Date(now);
  at.setDate(at.getDate() + days);
  at.setHours(half ? (hours % 12) + afternoon : hours, minutes, 0, 0);
  return at;
}
