import { expect, test } from "vitest";
import type { Body } from "../fake/backend.ts";
import { chatOf, MemoryStorage } from "../fake/world.ts";
import { backend, chatCase, pass } from "../messages/case.ts";

chatCase();

async function ada() {
  const one = chatOf(backend, "ada", new MemoryStorage(), ["stream"]);
  one.chat.start();
  await pass();
  return one;
}

const types = () => backend.events.map((event: Body) => event["type"]);

test("what happens to the page is sent together, after a while", async () => {
  const { chat, network } = await ada();
  expect(types()).toEqual([]);
  await pass(10_000);
  expect(types()).toEqual(["page.opened", "connection.live"]);
  expect(backend.events[1]).toMatchObject({ time: "2026-03-01T10:00:00.000Z", data: { ms: 0 } });

  network.cut();
  await pass();
  network.down = false;
  chat.connection.wake(true);
  await pass(20_000);
  expect(types()).toEqual(["page.opened", "connection.live", "connection.waiting", "connection.live"]);
  expect(network.requests.filter((request) => request.endsWith("/events/batch"))).toHaveLength(2);
  chat.stop();
});

test("what was not taken is sent again, and nothing twice", async () => {
  const { chat } = await ada();
  backend.again.push(0);
  await pass(10_000);
  expect(types()).toEqual(["connection.live"]);
  await pass(10_000);
  expect(types()).toEqual(["connection.live", "page.opened"]);
  await pass(60_000);
  expect(types()).toHaveLength(2);
  chat.stop();
});

test("what cannot be sent is kept, the newest of it", async () => {
  const { chat, network } = await ada();
  network.down = true;
  for (let i = 0; i < 300; i++) {
    chat.connection.status.value = "waiting";
    chat.connection.status.value = "live";
  }
  await pass(30_000);
  network.down = false;
  await pass(60_000);
  expect(types()).toHaveLength(200);
  expect(types()).not.toContain("page.opened");
  chat.stop();
});

test("a page that is older than the add-on's end asks no more", async () => {
  const { chat, network } = await ada();
  backend.rest = () => ({ status: 404, body: { status: 404, code: "unknown-route" } });
  await pass(10_000);
  chat.connection.status.value = "waiting";
  await pass(60_000);
  expect(network.requests.filter((request) => request.endsWith("/events/batch"))).toHaveLength(1);
  chat.stop();
});

test("nothing is sent by a chat that ended", async () => {
  const { chat } = await ada();
  chat.stop();
  await pass(60_000);
  expect(types()).toEqual([]);
});
