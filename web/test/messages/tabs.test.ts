import { beforeEach, expect, test, vi } from "vitest";
import type { Chat } from "../../src/chat.ts";
import { unreadOf } from "../../src/rooms/room.ts";
import { MemoryStorage } from "../fake/world.ts";
import { backend, chatCase, held, opened, pass, send, stored, texts } from "./case.ts";

chatCase();

let storage: Storage;

beforeEach(() => {
  storage = new MemoryStorage();
});

/** One more tab of Ada's, in which the room is open. */
async function tab() {
  const one = await opened("ada", storage);
  await pass(1_000);
  return one;
}

/** Writes, in a moment of its own. */
const write = (chat: Chat, text: string) => {
  send(chat, text);
  vi.setSystemTime(Date.now() + 1);
};

const waiting = (chat: Chat) => chat.outbox.items.value.map(({ command }) => ("text" in command ? command.text : ""));

const sends = (...tabs: Awaited<ReturnType<typeof tab>>[]) =>
  tabs.flatMap(({ network }) => network.sent.filter((frame) => frame["action"] === "send").map((frame) => frame["text"])).sort();

test("what two tabs write during an outage is shown in both, and sent once and in order", async () => {
  const [one, other] = [await tab(), await tab()];
  one.network.cut();
  other.network.cut();
  await pass();
  write(one.chat, "first");
  write(other.chat, "second");
  write(one.chat, "third");
  await pass();
  expect(waiting(one.chat)).toEqual(["first", "second", "third"]);
  expect(waiting(other.chat)).toEqual(["first", "second", "third"]);
  one.network.down = other.network.down = false;
  await pass(60_000);
  expect(stored()).toEqual(["first", "second", "third"]);
  expect(texts(one.chat)).toEqual(stored());
  expect(texts(other.chat)).toEqual(stored());
  expect([waiting(one.chat), waiting(other.chat)]).toEqual([[], []]);
  expect(sends(one, other)).toEqual(["first", "second", "third"]);
  expect(storage.length).toBe(0);
});

test("while one tab waits for a reply, no other sends the same", async () => {
  const [one, other] = [await tab(), await tab()];
  const { promise, release } = held();
  one.network.replying = other.network.replying = promise;
  write(one.chat, "once");
  await pass(1_000);
  expect(waiting(other.chat)).toEqual(["once"]);
  release();
  await pass();
  expect(sends(one, other)).toEqual(["once"]);
  expect([waiting(one.chat), waiting(other.chat)]).toEqual([[], []]);
});

test("what was written in a tab that is closed is sent by one that was open already", async () => {
  const [one, other] = [await tab(), await tab()];
  one.network.cut();
  write(one.chat, "left behind");
  await pass();
  one.chat.stop();
  await pass(10_000);
  expect(stored()).toEqual(["left behind"]);
  expect(texts(other.chat)).toEqual(["left behind"]);
});

test("a message that was refused and is discarded in one tab is gone in the other", async () => {
  const [one, other] = [await tab(), await tab()];
  write(one.chat, "x".repeat(4_001));
  await pass();
  expect(other.chat.outbox.items.value).toMatchObject([{ state: "failed" }]);
  other.chat.outbox.discard(other.chat.outbox.items.value[0]!.clientId);
  await pass();
  expect(one.chat.outbox.items.value).toEqual([]);
  expect(stored()).toEqual([]);
});

test("what is read in one tab is read in the other, and one's own messages are", async () => {
  const [one, other] = [await tab(), await tab()];
  backend.say("grace", "general", "one");
  await pass();
  expect(unreadOf(other.chat.rooms.get("general")!)).toBe(1);
  one.chat.marks.reached("general");
  await pass();
  expect(unreadOf(other.chat.rooms.get("general")!)).toBe(0);
  write(one.chat, "answer");
  await pass();
  expect(unreadOf(other.chat.rooms.get("general")!)).toBe(0);
});

test("signing out in one tab leaves nothing to be sent in the other", async () => {
  const [one, other] = [await tab(), await tab()];
  one.network.cut();
  other.network.cut();
  await pass();
  write(one.chat, "never mind");
  await pass();
  one.chat.outbox.clear();
  await pass();
  other.network.down = false;
  await pass(60_000);
  expect(other.chat.outbox.items.value).toEqual([]);
  expect(stored()).toEqual([]);
});
