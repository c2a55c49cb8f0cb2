/** How long the waits of a row of failures may be, in ms: the first one's longest, which doubles up to the cap. */
export interface Pace {
  readonly first: number;
  readonly cap: number;
}

/** For a connection that somebody waits for: about a second. */
export const SOON: Pace = { first: 2_000, cap: 30_000 };

/**
 * For a connection that is lost, perhaps with everybody's: wide enough that 5,000 clients make fewer than the 500
 * connections a second that API Gateway takes.
 */
export const SPREAD: Pace = { first: 24_000, cap: 60_000 };

/** For a page that was just opened, and a request that failed while others may succeed. */
export const BRIEF: Pace = { first: 500, cap: 30_000 };

/**
 * How long to wait before an attempt: exponential with full jitter, so that clients that lost the same server do not
 * come back together.
 *
 * @param failures how many attempts failed in a row, from 0
 * @param random from 0 to 1, 1 excluded
 * @returns milliseconds from 0 to the pace's cap
 */
export function backoff(pace: Pace, failures: number, random: number): number {
  return Math.floor(random * Math.min(pace.cap, pace.first * 2 ** failures));
}
