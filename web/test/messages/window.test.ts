import { describe, expect, test } from "vitest";
import type { Entry, MessageEntry } from "../../src/messages/entry.ts";
import { append, at, prepend, trim, windowOf, type Window } from "../../src/messages/window.ts";
import { Log } from "../fake/log.ts";
import { below, seeded } from "../random.ts";

const at0 = () => new Date("2026-03-01T10:00:00.000Z");

/** A log, and its entries as they were when they were written. */
function write(log: Log, sent: Entry[], sender: string, body: any): Entry {
  const { entry } = log.append(sender, `c${sent.length}`, log.tail.seq, body);
  sent.push(structuredClone(entry));
  return entry;
}

function randomLog(random: () => number, size: number): { log: Log; sent: Entry[] } {
  const log = new Log("r", at0);
  const sent: Entry[] = [];
  for (let index = 0; index < size; index++) {
    const sender = ["ada", "grace", "alan"][below(random, 3)]!;
    const alive = log.entries.filter((entry): entry is MessageEntry => entry.kind === "message" && !entry.deleted);
    const target = alive[below(random, alive.length)]?.seq;
    const dice = random();
    if (target === undefined || dice < 0.4) {
      write(log, sent, sender, { kind: "message", text: `text ${index}` });
    } else if (dice < 0.55) {
      write(log, sent, sender, { kind: "edit", target, text: `edit ${index}` });
    } else if (dice < 0.62) {
      write(log, sent, sender, { kind: "deletion", target });
    } else {
      write(log, sent, sender, { kind: "reaction", target, emoji: random() < 0.5 ? "👍" : "🎉", on: random() < 0.6 });
    }
  }
  return { log, sent };
}

/** Reactions as sets, since the order of people is nobody's promise. */
const plain = (entries: readonly Entry[]) =>
  entries.map((entry) =>
    entry.kind === "message" && entry.reactions
      ? {
          ...entry,
          reactions: Object.fromEntries(
            Object.entries(entry.reactions).map(([emoji, users]) => [emoji, [...users].sort()]).sort(),
          ),
        }
      : entry,
  ).map((entry) => (entry.kind === "message" && Object.keys(entry.reactions ?? {}).length === 0 ? omit(entry) : entry));

function omit(entry: MessageEntry) {
  const { reactions: _, ...rest } = entry;
  return rest;
}

describe("a window", () => {
  test("takes what is next, and passes over what it has", () => {
    const log = new Log("r", at0);
    const sent: Entry[] = [];
    for (let index = 0; index < 3; index++) {
      write(log, sent, "ada", { kind: "message", text: String(index) });
    }
    const window = append(windowOf(sent.slice(0, 2)), sent);
    expect(window).toMatchObject({ first: 1, last: 3 });
    expect(append(window, sent)).toBe(window);
  });

  test("takes nothing beyond a gap", () => {
    const log = new Log("r", at0);
    const sent: Entry[] = [];
    for (let index = 0; index < 4; index++) {
      write(log, sent, "ada", { kind: "message", text: String(index) });
    }
    const window = windowOf(sent.slice(0, 1));
    expect(append(window, sent.slice(2))).toBe(window);
    expect(append(window, [sent[1]!, sent[3]!]).last).toBe(2);
  });

  test("of an empty log takes the first entry", () => {
    const sent: Entry[] = [];
    write(new Log("r", at0), sent, "ada", { kind: "message", text: "hi" });
    expect(append(windowOf([]), sent)).toMatchObject({ first: 1, last: 1 });
  });

  test("takes an older page only where that ends at its beginning", () => {
    const { sent } = randomLog(seeded(1), 30);
    const window = windowOf(sent.slice(20));
    expect(prepend(window, sent.slice(5, 19))).toBe(window);
    expect(prepend(window, sent.slice(5, 20)).first).toBe(6);
  });

  test("forgets its oldest entries", () => {
    const { sent } = randomLog(seeded(2), 30);
    const window = trim(windowOf(sent), 10);
    expect(window).toMatchObject({ first: 21, last: 30 });
    expect(at(window, 21)?.seq).toBe(21);
    expect(at(window, 20)).toBeUndefined();
  });
});

describe("folding", () => {
  test("an edit that the fetched message already shows a later one of changes nothing", () => {
    const log = new Log("r", at0);
    const sent: Entry[] = [];
    write(log, sent, "ada", { kind: "message", text: "one" });
    write(log, sent, "ada", { kind: "edit", target: 1, text: "two" });
    write(log, sent, "ada", { kind: "edit", target: 1, text: "three" });
    const window = append(windowOf([structuredClone(log.entries[0]!)]), sent.slice(1, 2));
    expect(at(window, 1)).toMatchObject({ text: "three", edited: { seq: 3 } });
  });

  test("a deleted message takes neither edits nor reactions", () => {
    const log = new Log("r", at0);
    const sent: Entry[] = [];
    write(log, sent, "ada", { kind: "message", text: "one" });
    write(log, sent, "ada", { kind: "edit", target: 1, text: "two" });
    write(log, sent, "ada", { kind: "deletion", target: 1 });
    const window = append(windowOf([structuredClone(log.entries[0]!)]), sent.slice(1));
    expect(at(window, 1)).not.toHaveProperty("text");
    expect(at(window, 1)).toMatchObject({ deleted: { seq: 3, by: "ada" } });
  });

  test("whatever the order of live frames, fetched pages and older pages, the end is the log's own state", () => {
    for (let seed = 0; seed < 300; seed++) {
      const random = seeded(seed);
      const { log, sent } = randomLog(random, 60);
      expect(plain(interleaved(random, log, sent).entries), `seed ${seed}`).toEqual(plain(log.entries));
    }
  });
});

/** A reader who opens somewhere, hears frames late, twice and with gaps, syncs, and scrolls up. */
function interleaved(random: () => number, log: Log, sent: Entry[]): Window {
  const now = structuredClone(log.entries);
  const opened = 1 + below(random, sent.length);
  const from = below(random, opened);
  // A page may hold messages as they are now, or as they were while a change was on its way into its place.
  const page = (begin: number, end: number) => sent.slice(begin, end).map((entry) => (random() < 0.5 ? now[entry.seq - 1]! : entry));
  let window = windowOf(random() < 0.5 ? now.slice(from, opened) : sent.slice(from, opened));
  while (window.first > 1 || window.last < sent.length) {
    const dice = random();
    if (dice < 0.3) {
      const begin = Math.max(0, window.first - 1 - 1 - below(random, 8));
      window = prepend(window, page(begin, window.first - 1));
    } else if (dice < 0.6) {
      const begin = below(random, sent.length);
      window = append(window, sent.slice(begin, begin + 1 + below(random, 6)));
    } else {
      window = append(window, page(window.last, window.last + 1 + below(random, 6)));
    }
  }
  return window;
}
