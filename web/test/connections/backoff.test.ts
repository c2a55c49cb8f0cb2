import { expect, test } from "vitest";
import { backoff, BASE, CAP } from "../../src/connections/backoff.ts";

test("the first wait is shorter than the base", () => {
  expect(backoff(0, 0)).toBe(0);
  expect(backoff(0, 0.999)).toBe(499);
  expect(BASE).toBe(500);
});

test("the longest possible wait doubles with every failure, up to the cap", () => {
  const longest = [0, 1, 2, 3, 4, 5, 6, 7, 50].map((failures) => backoff(failures, 1));
  expect(longest).toEqual([500, 1_000, 2_000, 4_000, 8_000, 16_000, 30_000, 30_000, 30_000]);
  expect(CAP).toBe(30_000);
});

test("the jitter is full: every wait from none to the longest is possible", () => {
  expect([0, 0.25, 0.5, 0.75].map((random) => backoff(3, random))).toEqual([0, 1_000, 2_000, 3_000]);
});
