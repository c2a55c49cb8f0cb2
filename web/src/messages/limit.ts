/** A message's longest text, in code points. */
export const LIMIT = 4_000;

/** How many code points a text may still get; negative where it is too long. */
export const leftIn = (text: string): number => LIMIT - [...text].length;
