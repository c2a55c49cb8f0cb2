export const COLORS = ["red", "orange", "amber", "green", "teal", "blue", "violet", "pink"] as const;

export type Color = (typeof COLORS)[number];

export interface Profile {
  readonly user: string;
  readonly name: string;
  readonly color: Color;
}

/** One or two letters for a name. */
export function initialsOf(name: string): string {
  const words = name.trim().split(/\s+/);
  const letters = words.length > 1 ? [words[0], words.at(-1)] : [words[0]];
  return letters.map((word) => [...(word ?? "")][0] ?? "").join("").toUpperCase();
}
