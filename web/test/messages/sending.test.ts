import { expect, test } from "vitest";
import { backend, chatCase, opened, pass, send, stored, texts } from "./case.ts";

chatCase();

test("what one says, the other hears, and both see it once", async () => {
  const ada = await opened("ada");
  const grace = await opened("grace");
  send(ada.chat, "hello");
  await pass();
  expect(texts(ada.chat)).toEqual(["hello"]);
  expect(texts(grace.chat)).toEqual(["hello"]);
  expect(ada.chat.outbox.items.value).toEqual([]);
});

test("a message whose reply is lost is sent again with the same clientId and after, and stands once", async () => {
  const { chat, network } = await opened("ada");
  network.loseReplies = 1;
  send(chat, "hello");
  await pass();
  expect(chat.outbox.items.value).toMatchObject([{ state: "sending" }]);
  await pass(10_000);
  await pass(1_000);
  const [first, second] = network.sent.filter((frame) => frame["action"] === "send");
  expect(second).toMatchObject({ clientId: first!["clientId"], after: first!["after"], text: "hello" });
  expect(stored()).toEqual(["hello"]);
  expect(texts(chat)).toEqual(["hello"]);
  expect(chat.outbox.items.value).toEqual([]);
});

test("a frame that a function failed on is sent again over the same connection", async () => {
  const { chat, network } = await opened("ada");
  network.failures = 2;
  send(chat, "hello");
  await pass(5_000);
  expect(stored()).toEqual(["hello"]);
  expect(network.sockets).toHaveLength(1);
});

test("what is written without a connection is sent in order when it is back, after a sync", async () => {
  const { chat, network } = await opened("ada");
  network.cut();
  await pass();
  send(chat, "one");
  send(chat, "two");
  backend.say("grace", "general", "meanwhile");
  await pass(60_000);
  expect(stored()).toEqual(["meanwhile"]);
  network.down = false;
  await pass(31_000);
  expect(stored()).toEqual(["meanwhile", "one", "two"]);
  expect(texts(chat)).toEqual(["meanwhile", "one", "two"]);
});

test("what is not sent survives a reload", async () => {
  const { chat, network, storage } = await opened("ada");
  network.cut();
  await pass();
  send(chat, "kept");
  chat.stop();
  const again = await opened("ada", storage);
  expect(stored()).toEqual(["kept"]);
  expect(texts(again.chat)).toEqual(["kept"]);
  expect(again.storage.length).toBe(0);
});

test("a reload after a lost reply does not say it twice", async () => {
  const { chat, network, storage } = await opened("ada");
  network.loseReplies = 1;
  send(chat, "once");
  await pass();
  chat.stop();
  await opened("ada", storage);
  expect(stored()).toEqual(["once"]);
});

test("a message that was written too long ago is looked for, and then sent with a new after", async () => {
  const { chat, network } = await opened("ada");
  network.cut();
  await pass();
  send(chat, "late");
  for (let index = 0; index < 1_100; index++) {
    backend.say("grace", "general", String(index));
  }
  network.down = false;
  await pass(31_000);
  const [first, second] = network.sent.filter((frame) => frame["action"] === "send");
  expect(second!["clientId"]).toBe(first!["clientId"]);
  expect(second!["after"]).toBeGreaterThan(first!["after"] as number);
  expect(stored().filter((text) => text === "late")).toHaveLength(1);
  expect(texts(chat).at(-1)).toBe("late");
});

test("a message that went through long ago is found and not sent a second time", async () => {
  const { chat, network } = await opened("ada");
  network.loseReplies = 1;
  send(chat, "once");
  await pass();
  network.cut();
  for (let index = 0; index < 1_100; index++) {
    backend.say("grace", "general", String(index));
  }
  network.down = false;
  await pass(31_000);
  expect(stored().filter((text) => text === "once")).toHaveLength(1);
  expect(chat.outbox.items.value).toEqual([]);
});

test("a refused message is kept as failed with the reason, and others go on", async () => {
  const { chat } = await opened("ada");
  send(chat, "x".repeat(4_001));
  send(chat, "short");
  await pass();
  expect(stored()).toEqual(["short"]);
  expect(chat.outbox.items.value).toMatchObject([{ state: "failed", reason: "Text 1 to 4000 characters are allowed." }]);
  chat.outbox.discard(chat.outbox.items.value[0]!.clientId);
  expect(chat.outbox.items.value).toEqual([]);
});
