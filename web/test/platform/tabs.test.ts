import { afterEach, expect, test, vi } from "vitest";
import { BrowserTabs } from "../../src/platform/tabs.ts";

const tabs: BrowserTabs[] = [];

function tab(user = "ada"): BrowserTabs {
  const one = new BrowserTabs(user);
  tabs.push(one);
  return one;
}

afterEach(() => {
  tabs.splice(0).forEach((one) => one.close());
  vi.unstubAllGlobals();
  vi.restoreAllMocks();
});

/** What a tab hears of a topic first. */
const heard = (one: BrowserTabs, topic: string) => new Promise((resolve) => one.on(topic, resolve));

test("a tab hears what another of the same person tells, and no other person's", async () => {
  const [one, other, foreign] = [tab(), tab(), tab("grace")];
  foreign.on("read", () => expect.unreachable());
  one.on("read", () => expect.unreachable());
  const news = heard(other, "read");
  one.tell("typing", 1);
  one.tell("read", { room: "r", read: { seq: 2, messages: 1 } });
  expect(await news).toEqual({ room: "r", read: { seq: 2, messages: 1 } });
});

test("a closed tab tells nothing, and does not fail", () => {
  const one = tab();
  one.close();
  one.tell("read", {});
});

test("where the browser has no locks, or another tab holds one for too long, a turn is not waited for", async () => {
  const done: string[] = [];
  vi.stubGlobal("navigator", {});
  await tab().alone("room", async () => void done.push("without locks"));
  vi.spyOn(AbortSignal, "timeout").mockReturnValue(AbortSignal.abort());
  const request = async (_: string, { signal }: { signal: AbortSignal }) => signal.throwIfAborted();
  vi.stubGlobal("navigator", { locks: { request } });
  await tab().alone("room", async () => void done.push("after patience"));
  expect(done).toEqual(["without locks", "after patience"]);
});

test("what fails in its turn is not done again", async () => {
  let times = 0;
  const request = (_: string, __: object, begin: () => Promise<void>) => begin();
  vi.stubGlobal("navigator", { locks: { request } });
  const fails = async () => {
    times++;
    throw new Error("no");
  };
  await expect(tab().alone("room", fails)).rejects.toThrow("no");
  expect(times).toBe(1);
});
