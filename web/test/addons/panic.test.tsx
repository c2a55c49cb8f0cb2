// @vitest-environment jsdom
import { render } from "preact";
import { expect, test } from "vitest";
import { alarmOf, Panic } from "../../src/addons/panic/panic.tsx";
import type { Chat } from "../../src/chat.ts";
import type { MessageEntry } from "../../src/messages/entry.ts";
import { backend, chatCase, opened, pass } from "../messages/case.ts";

chatCase();

const raise = (alarm: string, step = "raised") =>
  backend.post("panic", "general", "Ground floor: help", {
    from: "Front desk",
    data: JSON.stringify({ alarm, step, battery: "1500mV" }),
  }) as MessageEntry;

function shown(panic: Panic, message: MessageEntry): HTMLElement {
  const root = document.createElement("div");
  render(panic.withMessage(message) ?? null, root);
  return root;
}

async function alarmed(): Promise<{ chat: Chat; panic: Panic; message: MessageEntry }> {
  const { chat } = await opened("ada");
  const message = raise("a1");
  await pass();
  return { chat, panic: new Panic(chat), message };
}

test("an alarm that nobody acknowledged has a button, and one press asks for it", async () => {
  const { panic, message } = await alarmed();
  const root = shown(panic, message);
  expect(root.textContent).toBe("Nobody has acknowledged this alarm.AcknowledgeBattery 1500mV");
  root.querySelector("button")!.click();
  await pass();
  expect(backend.acknowledged.get("a1")).toBe("ada");
  expect(shown(panic, message).textContent).toBe("Acknowledged by AdaBattery 1500mV");
  expect(panic.isAsking("a1")).toBe(false);
});

test("everybody sees who acknowledged it, from the room's log", async () => {
  const { panic, message } = await alarmed();
  backend.acknowledge("grace", "general", "a1");
  await pass();
  expect(shown(panic, message).textContent).toContain("Acknowledged by Grace");
});

test("whoever comes second sees who was the first", async () => {
  const { panic, message } = await alarmed();
  backend.acknowledged.set("a1", "grace");
  await panic.acknowledge("general", "a1");
  shown(panic, message); // Asks for the name.
  await pass();
  expect(shown(panic, message).textContent).toContain("Acknowledged by Grace");
});

test("where it cannot be acknowledged the reason is told, and the button stays", async () => {
  const { chat, panic } = await alarmed();
  await panic.acknowledge("general", "unknown");
  expect(chat.notices.shown.value.map((notice) => notice.text)).toEqual(["There is no such room, or you may not see it."]);
  expect(panic.acknowledgedBy("general", "unknown")).toBeUndefined();
  expect(panic.isAsking("unknown")).toBe(false);
});

test("a reminder has the button too, and an acknowledgement has none", async () => {
  const { panic } = await alarmed();
  expect(shown(panic, raise("a1", "escalated")).querySelector("button")).not.toBeNull();
  expect(shown(panic, raise("a1", "acknowledged")).textContent).toBe("");
});

test("what is no alarm of the add-on's is left alone", () => {
  const message = { ...({} as MessageEntry), app: "panic" };
  expect(alarmOf(message)).toBeUndefined();
  for (const data of ["", "null", "[]", "{", '{"alarm":1,"step":"raised"}', '{"alarm":"a","step":"x"}']) {
    expect(alarmOf({ ...message, data })).toBeUndefined();
  }
  expect(alarmOf({ ...message, app: "slack", data: '{"alarm":"a","step":"raised"}' })).toBeUndefined();
  expect(alarmOf({ ...message, data: '{"alarm":"a","step":"raised"}' })).toEqual({ alarm: "a", step: "raised" });
});
