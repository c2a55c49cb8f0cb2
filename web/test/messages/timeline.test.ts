import { beforeEach, expect, test } from "vitest";
import type { Entry } from "../../src/messages/entry.ts";
import type { Command, Item } from "../../src/messages/item.ts";
import { timeline, type Row } from "../../src/messages/timeline.ts";
import { windowOf } from "../../src/messages/window.ts";

let seq = 0;

beforeEach(() => {
  seq = 0;
});

function says(sender: string, minute: number, text: string): Entry {
  seq++;
  const time = new Date(2026, 2, 1, 10, minute).toISOString();
  return { room: "r", seq, messages: seq, kind: "message", sender, clientId: `c${seq}`, time, text };
}

const log = (...entries: Entry[]) => windowOf(entries);

const item = (command: Command, more: Partial<Item> = {}): Item => ({
  clientId: "x",
  after: 1,
  written: new Date(2026, 2, 1, 12, 0).toISOString(),
  command,
  state: "sending",
  ...more,
});

const drawn = (rows: readonly Row[]) =>
  rows.map((row) => (row.type === "message" ? `${row.head ? "# " : ""}${row.message.text ?? "deleted"}` : row.type));

test("messages of one sender stand together, until somebody else or five minutes come between", () => {
  const window = log(says("ada", 0, "a"), says("ada", 5, "b"), says("grace", 5, "c"), says("ada", 6, "d"), says("ada", 12, "e"));
  expect(drawn(timeline(window, [], "ada"))).toEqual(["day", "# a", "b", "# c", "# d", "# e"]);
});

test("days are divided", () => {
  const window = log(says("ada", 0, "a"), says("ada", 24 * 60, "b"));
  expect(drawn(timeline(window, [], "ada"))).toEqual(["day", "# a", "day", "# b"]);
});

test("the divider stands before the first message of somebody else that is not read", () => {
  const window = log(says("grace", 0, "a"), says("ada", 1, "b"), says("grace", 2, "c"), says("grace", 3, "d"));
  expect(drawn(timeline(window, [], "ada", 1))).toEqual(["day", "# a", "# b", "new", "# c", "d"]);
  expect(drawn(timeline(window, [], "ada", 4))).not.toContain("new");
});

test("what is on its way stands at the end, under the same key as later in the log", () => {
  const window = log(says("ada", 0, "a"));
  const pending = timeline(window, [item({ action: "send", room: "r", text: "b" }, { clientId: "c2" })], "ada").at(-1);
  expect(pending).toMatchObject({ type: "message", message: { text: "b" }, item: { state: "sending" } });
  const sent = timeline(windowOf([...window.entries, says("ada", 1, "b")]), [], "ada").at(-1);
  expect(sent?.key).toBe(pending?.key);
});

test("what is in the log already is not shown a second time", () => {
  const window = log(says("ada", 0, "a"));
  const rows = timeline(window, [item({ action: "send", room: "r", text: "a" }, { clientId: "c1" })], "ada");
  expect(drawn(rows)).toEqual(["day", "# a"]);
});

test("edits, reactions and deletions on their way are shown as if they were through", () => {
  const window = log(says("ada", 0, "a"), says("ada", 1, "b"), says("grace", 2, "c"));
  const items = [
    item({ action: "edit", room: "r", seq: 1, text: "better" }),
    item({ action: "delete", room: "r", seq: 2 }),
    item({ action: "react", room: "r", seq: 3, emoji: "👍", on: true }),
  ];
  const rows = timeline(window, items, "ada");
  expect(drawn(rows)).toEqual(["day", "# better", "deleted", "# c"]);
  expect(rows.at(-1)).toMatchObject({ message: { reactions: { "👍": ["ada"] } } });
});
