/** A message as one short line without markup, for announcements. */
export function plain(text: string): string {
  const line = text.replace(/[*_`~>#]+/g, "").replace(/\s+/g, " ").trim();
  return line.length > 140 ? `${line.slice(0, 139)}…` : line;
}
