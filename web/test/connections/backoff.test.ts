import { expect, test } from "vitest";
import { backoff, BRIEF, SOON, SPREAD } from "../../src/connections/backoff.ts";

const longest = (pace: typeof SOON) => [0, 1, 2, 3, 4, 5, 6, 50].map((failures) => backoff(pace, failures, 1));

test("the longest possible wait doubles with every failure, up to the cap", () => {
  expect(longest(BRIEF)).toEqual([500, 1_000, 2_000, 4_000, 8_000, 16_000, 30_000, 30_000]);
  expect(longest(SOON)).toEqual([2_000, 4_000, 8_000, 16_000, 30_000, 30_000, 30_000, 30_000]);
  expect(longest(SPREAD)).toEqual([24_000, 48_000, 60_000, 60_000, 60_000, 60_000, 60_000, 60_000]);
});

test("the jitter is full: every wait from none to the longest is possible", () => {
  expect([0, 0.25, 0.5, 0.75].map((random) => backoff(SOON, 1, random))).toEqual([0, 1_000, 2_000, 3_000]);
});
