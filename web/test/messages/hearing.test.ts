import { expect, test } from "vitest";
import type { Chat } from "../../src/chat.ts";
import type { MessageEntry } from "../../src/messages/entry.ts";
import { join } from "../../src/rooms/join.ts";
import { unreadOf } from "../../src/rooms/room.ts";
import { backend, chatCase, held, opened, pass, send, started, starting, texts } from "./case.ts";

chatCase();

test("a gap in the frames is closed by asking for what is missing", async () => {
  const { chat, network } = await opened("ada");
  const listener = [...backend.listeners][0]!;
  const before = network.requests.filter((request) => request === "POST /api/sync").length;
  listener.rooms.clear();
  backend.say("grace", "general", "missed");
  listener.rooms.add("general");
  backend.say("grace", "general", "heard");
  await pass();
  expect(texts(chat)).toEqual(["missed", "heard"]);
  expect(network.requests.filter((request) => request === "POST /api/sync").length).toBeGreaterThan(before);
});

test("what was said during an absence is there after it, edits and reactions too", async () => {
  const { chat, network } = await opened("ada");
  const first = backend.say("grace", "general", "first");
  await pass();
  network.cut();
  await pass();
  const after = backend.rooms.get("general")!.log.tail.seq;
  backend.write("grace", "edit", { room: "general", clientId: "e", after, seq: first.seq, text: "better" });
  backend.write("grace", "react", { room: "general", clientId: "f", after, seq: first.seq, emoji: "👍", on: true });
  network.down = false;
  await pass(31_000);
  expect(chat.rooms.get("general")!.window!.entries.find((entry) => entry.seq === first.seq)).toMatchObject({
    text: "better",
    reactions: { "👍": ["grace"] },
  });
});

test("unread counts are exact in rooms that were never opened, and one's own messages are read", async () => {
  backend.create("grace", "other", { room: "other" });
  backend.member("grace", "other", "ada", "member", "added");
  backend.say("grace", "other", "one");
  backend.say("grace", "other", "two");
  const { chat } = await started("ada");
  expect(unreadOf(chat.rooms.get("other")!)).toBe(2);
  backend.say("grace", "other", "three");
  await pass();
  expect(unreadOf(chat.rooms.get("other")!)).toBe(3);
  chat.command({ action: "send", room: "other", text: "answer" });
  await pass(500);
  expect(unreadOf(chat.rooms.get("other")!)).toBe(0);
  expect(backend.rooms.get("other")!.members.get("ada")!.read.messages).toBe(4);
});

test("rooms know when they were last active, without being opened", async () => {
  backend.say("grace", "general", "hello");
  const { chat } = await started("ada");
  expect(chat.rooms.get("general")!.activity).toBe("2026-03-01T10:00:00.000Z");
});

test("one who is added to a room hears it at once", async () => {
  const { chat } = await started("ada");
  backend.create("grace", "new", { room: "new" });
  backend.member("grace", "new", "ada", "member", "added");
  await pass();
  backend.say("grace", "new", "welcome");
  await pass();
  expect(unreadOf(chat.rooms.get("new")!)).toBe(1);
});

test("one who left on another device and is added again hears the room again", async () => {
  const { chat } = await opened("ada");
  backend.remove("ada", "general", "ada", "left");
  backend.member("grace", "general", "ada", "member", "added");
  await pass();
  backend.say("grace", "general", "welcome back");
  await pass();
  expect(texts(chat).at(-1)).toBe("welcome back");
});

test("one who is removed from a room is told, and keeps the others", async () => {
  backend.create("grace", "other", { room: "other" });
  backend.member("grace", "other", "ada", "member", "added");
  const { chat } = await started("ada");
  backend.remove("grace", "other", "ada", "removed");
  await pass(2_000);
  expect(chat.rooms.get("other")).toBeUndefined();
  expect(chat.rooms.get("general")).toBeDefined();
  expect(chat.notices.shown.value.map((notice) => notice.text)).toEqual(["You are no longer a member of other."]);
});

test("history is read upwards page by page, to the beginning", async () => {
  for (let index = 0; index < 120; index++) {
    backend.say("grace", "general", String(index));
  }
  const { chat } = await opened("ada");
  expect(texts(chat)).toHaveLength(50);
  await chat.history.older("general");
  await chat.history.older("general");
  await chat.history.older("general");
  expect(texts(chat)).toHaveLength(120);
  expect(chat.rooms.get("general")!.window!.first).toBe(1);
});

test("an edit, a reaction and a deletion are folded at both ends", async () => {
  const ada = await opened("ada");
  const grace = await opened("grace");
  send(ada.chat, "helo");
  await pass();
  const seq = backend.rooms.get("general")!.log.tail.seq;
  const message = (chat: Chat) =>
    chat.rooms.get("general")!.window!.entries.find((entry) => entry.seq === seq) as MessageEntry;
  ada.chat.command({ action: "edit", room: "general", seq, text: "hello" });
  grace.chat.command({ action: "react", room: "general", seq, emoji: "👍", on: true });
  await pass();
  for (const { chat } of [ada, grace]) {
    expect(message(chat)).toMatchObject({ text: "hello", reactions: { "👍": ["grace"] } });
  }
  ada.chat.command({ action: "delete", room: "general", seq });
  await pass();
  expect(message(grace.chat).deleted).toMatchObject({ by: "ada" });
  expect(ada.chat.outbox.items.value).toEqual([]);
});

test("one who joins a room has read what was said before", async () => {
  backend.create("grace", "tea", { room: "tea" });
  backend.say("grace", "tea", "one");
  const { chat } = await started("ada");
  await join(chat, "tea");
  await pass(500);
  expect(unreadOf(chat.rooms.get("tea")!)).toBe(0);
  backend.say("grace", "tea", "two");
  await pass();
  expect(unreadOf(chat.rooms.get("tea")!)).toBe(1);
});

const giveTea = () => {
  backend.create("ada", "tea", { room: "tea" });
  backend.member("ada", "tea", "grace", "member", "added");
};

test("a room that one is given while the list of rooms is on its way is heard all the same", async () => {
  const { chat, network } = await opened("grace");
  const { promise, release } = held();
  network.slow = promise;
  void chat.refreshRooms();
  await pass();
  giveTea();
  await pass();
  network.slow = undefined;
  release();
  await pass();
  backend.say("ada", "tea", "hello");
  await pass();
  expect(unreadOf(chat.rooms.get("tea")!)).toBe(1);
});

test("a room that one is given while the connection begins to hear is heard all the same", async () => {
  const { chat, network } = starting("grace");
  const { promise, release } = held();
  network.subscribing = promise;
  await pass();
  giveTea();
  await pass();
  network.subscribing = undefined;
  release();
  await pass();
  expect(chat.connection.status.value).toBe("live");
  backend.say("ada", "tea", "hello");
  await pass();
  expect(unreadOf(chat.rooms.get("tea")!)).toBe(1);
});

test("what is said in a new room before the connection hears it is caught up", async () => {
  const { chat, network } = await opened("grace");
  const { promise, release } = held();
  network.subscribing = promise;
  giveTea();
  await pass(1_000);
  backend.say("ada", "tea", "hello");
  await pass();
  release();
  await pass(1_000);
  expect(unreadOf(chat.rooms.get("tea")!)).toBe(1);
});

test("a connection that cannot be made to hear a new room is replaced by one that does", async () => {
  const { chat, network } = await opened("grace");
  network.refusals = 1;
  giveTea();
  await pass();
  expect(chat.connection.status.value).toBe("waiting");
  await pass(1_000);
  backend.say("ada", "tea", "hello");
  await pass();
  expect(unreadOf(chat.rooms.get("tea")!)).toBe(1);
});
