/** The first attempt's longest wait, in milliseconds. */
export const BASE = 500;

/** No wait is longer, in milliseconds. */
export const CAP = 30_000;

/**
 * How long to wait before an attempt: exponential with full jitter, so that clients that lost the same server do not
 * come back together.
 *
 * @param failures how many attempts failed in a row, from 0
 * @param random from 0 to 1, 1 excluded
 * @returns milliseconds from 0 to {@link CAP}
 */
export function backoff(failures: number, random: number): number {
  return Math.floor(random * Math.min(CAP, BASE * 2 ** failures));
}
