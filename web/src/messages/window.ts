import type { Entry } from "./entry.ts";
import { fold } from "./fold.ts";

/**
 * A dense stretch of a room's log, up to the last entry that is known, with later entries folded into the messages they
 * are about. Empty where `last` is less than `first`.
 */
export interface Window {
  readonly first: number;
  readonly last: number;
  readonly entries: readonly Entry[];
}

/** The window of a page of the log, ascending; of an empty log, where there is none. */
export function windowOf(page: readonly Entry[]): Window {
  const first = page[0]?.seq ?? 1;
  return append({ first, last: first - 1, entries: [] }, page);
}

/** Adds what is next; entries that are there already are passed over, and nothing is added beyond a gap. */
export function append(window: Window, page: readonly Entry[]): Window {
  const entries = [...window.entries];
  let last = window.last;
  for (const entry of page) {
    if (entry.seq === last + 1) {
      entries.push(entry);
      last = entry.seq;
      apply(entries, window.first, entry);
    }
  }
  return last === window.last ? window : { first: window.first, last, entries };
}

/** Adds an older page; one that does not end where the window begins changes nothing. */
export function prepend(window: Window, page: readonly Entry[]): Window {
  const older = windowOf(page);
  if (older.last !== window.first - 1 || older.entries.length === 0) {
    return window;
  }
  const entries = [...older.entries, ...window.entries];
  for (const entry of window.entries) {
    if ("target" in entry && entry.target <= older.last) {
      apply(entries, older.first, entry);
    }
  }
  return { first: older.first, last: window.last, entries };
}

/** Forgets the oldest entries, so that at most `size` are left. */
export function trim(window: Window, size: number): Window {
  const surplus = window.entries.length - size;
  return surplus > 0
    ? { first: window.first + surplus, last: window.last, entries: window.entries.slice(surplus) }
    : window;
}

/** The entry at a position; undefined where it is outside of the window. */
export function at(window: Window, seq: number): Entry | undefined {
  return window.entries[seq - window.first];
}

function apply(entries: Entry[], first: number, entry: Entry): void {
  if (!("target" in entry)) {
    return;
  }
  const target = entries[entry.target - first];
  if (target?.kind === "message") {
    entries[entry.target - first] = fold(target, entry);
  }
}
