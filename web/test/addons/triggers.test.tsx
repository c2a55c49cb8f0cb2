// @vitest-environment jsdom
import { render } from "preact";
import { expect, test, vi } from "vitest";
import { isRemind, readRemind } from "../../src/addons/triggers/command.ts";
import { Triggers } from "../../src/addons/triggers/triggers.tsx";
import { Refusal } from "../fake/refusal.ts";
import { backend, chatCase, opened, pass, stored } from "../messages/case.ts";

chatCase();

const now = new Date(2026, 2, 1, 10, 0);
const at = (day: number, hour: number, minute = 0) => new Date(2026, 2, day, hour, minute);

test.each([
  ["/remind me in 20 minutes to stand up", "me", at(1, 10, 20), "stand up"],
  ["/remind room in 20 min stand up", "room", at(1, 10, 20), "stand up"],
  ["/remind me in 1h tea", "me", at(1, 11), "tea"],
  ["/remind me in an hour tea", "me", at(1, 11), "tea"],
  ["/remind ME IN 2 DAYS tea", "me", at(3, 10), "tea"],
  ["/remind room in 1 week the end", "room", at(8, 10), "the end"],
  ["/remind room at 15:00 The review", "room", at(1, 15), "The review"],
  ["/remind room at 15.30 The review", "room", at(1, 15, 30), "The review"],
  ["/remind me at 3pm call", "me", at(1, 15), "call"],
  ["/remind me at 12 am sleep", "me", at(2, 0), "sleep"],
  ["/remind me at 9 call", "me", at(2, 9), "call"],
  ["/remind me tomorrow at 9 two\nlines", "me", at(2, 9), "two\nlines"],
  ["/remind me tomorrow at 9:15 pm call", "me", at(2, 21, 15), "call"],
  ["/remind me tomorrow call", "me", at(2, 9), "call"],
])("%s", (text, whom, when, said) => {
  expect(readRemind(text, now)).toEqual({ whom, at: when, text: said });
});

test.each([
  "/remind",
  "/remind me",
  "/remind you in 5 minutes hello",
  "/remind me in 5 minutes",
  "/remind me in 5 minutes ",
  "/remind me in 0 minutes hello",
  "/remind me in 5 fortnights hello",
  "/remind me at 25:00 hello",
  "/remind me at 10:60 hello",
  "/remind me at 13pm hello",
  "/remind me yesterday hello",
])("%s is not understood", (text) => {
  expect(isRemind(text)).toBe(true);
  expect(readRemind(text, now)).toBeUndefined();
});

test.each(["remind me", "/reminder", "/remindme at 9 x", "say /remind me"])("%s is a message", (text) => {
  expect(isRemind(text)).toBe(false);
});

test("a command sets a reminder, and is no message", async () => {
  const { chat } = await opened("ada");
  const before = stored().length;
  const done = new Triggers(chat).carryOut("general", "/remind room in 20 minutes stand up");
  await pass();
  expect(await done).toBe(true);
  expect(backend.reminders).toMatchObject([{ user: "ada", room: "general", whom: "room", text: "stand up", at: "2026-03-01T10:20:00.000Z" }]);
  expect(stored()).toHaveLength(before);
  expect(chat.notices.shown.value.at(-1)!.text).toContain("this room is told: stand up");
});

test("what was refused is meant anew when it is written again", async () => {
  const { chat } = await opened("ada");
  const triggers = new Triggers(chat);
  vi.spyOn(backend, "mine").mockImplementationOnce(() => {
    throw new Refusal(409, "too-many", "there are too many");
  });
  const refused = triggers.carryOut("general", "/remind me in 20 minutes stand up");
  await pass();
  expect(await refused).toBe(false);
  await pass(40 * 60_000);
  void triggers.carryOut("general", "/remind me in 20 minutes stand up");
  await pass();
  expect(Date.parse(backend.reminders[0]!["at"])).toBeGreaterThan(chat.world.now().getTime());
});

test("what is not understood is explained, and stays", async () => {
  const { chat } = await opened("ada");
  const triggers = new Triggers(chat);
  expect(await triggers.carryOut("general", "/remind me sometime")).toBe(false);
  expect(chat.notices.shown.value.at(-1)!.text).toContain("/remind me");
  expect(triggers.carryOut("general", "hello")).toBeUndefined();
});

test("one's own are listed in the profile, and cancelled there", async () => {
  const { chat } = await opened("ada");
  const triggers = new Triggers(chat);
  void triggers.carryOut("general", "/remind me in 20 minutes stand up");
  await pass();
  const root = document.createElement("div");
  render(triggers.inProfile(), root);
  await pass(100);
  expect(root.textContent).toContain("stand up");
  expect(root.textContent).toContain("in general");
  root.querySelector<HTMLButtonElement>("button[aria-label='Cancel: stand up']")!.click();
  await pass(100);
  expect(backend.reminders).toEqual([]);
  expect(root.textContent).toContain("None is pending");
});
