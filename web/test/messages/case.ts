import { afterEach, beforeEach, vi } from "vitest";
import type { Chat } from "../../src/chat.ts";
import { Backend } from "../fake/backend.ts";
import { chatOf } from "../fake/world.ts";

/** The service of the test that runs: Ada and Grace are in the room "general". */
export let backend: Backend;
const chats: Chat[] = [];

/** Call once at a file's top: every test has a service and a time of its own. */
export function chatCase(): void {
  beforeEach(() => {
    vi.useFakeTimers({ now: new Date("2026-03-01T10:00:00Z"), toFake: ["setTimeout", "clearTimeout", "Date"] });
    vi.stubGlobal("location", { hash: "" });
    backend = new Backend();
    backend.person("ada", "Ada");
    backend.person("grace", "Grace");
    backend.create("ada", "general", { room: "general" });
    backend.member("ada", "general", "grace", "member", "added");
  });
  afterEach(() => {
    chats.splice(0).forEach((chat) => chat.stop());
    vi.useRealTimers();
    vi.unstubAllGlobals();
  });
}

export const pass = (ms = 0) => vi.advanceTimersByTimeAsync(ms);

/** Somebody's chat that begins; stopped after the test. */
export function starting(user: string, storage?: Storage) {
  const one = storage ? chatOf(backend, user, storage) : chatOf(backend, user);
  chats.push(one.chat);
  one.chat.start();
  return one;
}

export async function started(user: string, storage?: Storage) {
  const one = starting(user, storage);
  await pass();
  return one;
}

export async function opened(user: string, storage?: Storage) {
  const one = await started(user, storage);
  await one.chat.history.open("general");
  await pass();
  return one;
}

export const texts = (chat: Chat) =>
  chat.rooms.get("general")!.window!.entries.flatMap((entry) => (entry.kind === "message" ? (entry.text ?? "deleted") : []));

export const stored = () =>
  backend.rooms.get("general")!.log.entries.flatMap((entry) => (entry.kind === "message" ? (entry.text ?? "deleted") : []));

/** A promise, and how it is kept. */
export function held() {
  let release = () => {};
  const promise = new Promise<void>((resolve) => (release = resolve));
  return { promise, release };
}

export const send = (chat: Chat, text: string) => chat.command({ action: "send", room: "general", text });
