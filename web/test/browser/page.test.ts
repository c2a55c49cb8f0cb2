import AxeBuilder from "@axe-core/playwright";
import type { Browser, BrowserContextOptions, Page } from "playwright-core";
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, test } from "vitest";
import { launch, serve } from "./site.ts";

let browser: Browser;
let site: Awaited<ReturnType<typeof serve>>;
const complaints: string[] = [];

beforeAll(async () => {
  browser = await launch();
});

afterAll(() => browser.close());

beforeEach(async () => {
  site = await serve();
  complaints.length = 0;
});

afterEach(async () => {
  await Promise.all(browser.contexts().map((context) => context.close()));
  site.close();
  expect(complaints).toEqual([]);
});

const PHONE: BrowserContextOptions = { viewport: { width: 390, height: 844 }, hasTouch: true, isMobile: true };

async function signedIn(name: string, options: BrowserContextOptions = {}, hash = ""): Promise<Page> {
  const context = await browser.newContext({ viewport: { width: 1280, height: 800 }, reducedMotion: "reduce", ...options });
  const page = await context.newPage();
  page.setDefaultTimeout(10_000);
  page.on("pageerror", (error) => complaints.push(error.message));
  page.on("console", (message) => {
    if (message.type() === "error" && !/Failed to load resource|WebSocket/.test(message.text())) {
      complaints.push(message.text());
    }
  });
  await page.goto(`${site.url}/${hash}`);
  await page.getByRole("button", { name: "Sign in" }).click();
  await page.getByRole("link", { name }).click();
  await page.getByRole("button", { name: "Account" }).waitFor();
  return page;
}

const opened = async (name: string, options: BrowserContextOptions = {}) => {
  const page = await signedIn(name, options, "#/rooms/general");
  await page.getByText("Shall we meet at three?").waitFor();
  return page;
};

const place = (page: Page, text: string) =>
  page.getByText(text, { exact: true }).evaluate((element) => element.getBoundingClientRect().top);

const scrollBy = (page: Page, top: number) =>
  page.getByRole("region", { name: "Conversation" }).evaluate((box, by) => box.scrollBy(0, by), top);

describe("two people", () => {
  test("talk, edit, react and delete", async () => {
    const ada = await opened("Ada Lovelace");
    const grace = await opened("Grace Hopper");
    await ada.getByRole("textbox", { name: "Message #general" }).fill("a new **idea**");
    await ada.keyboard.press("Enter");
    const seen = grace.getByRole("listitem").filter({ hasText: "a new idea" });
    await seen.waitFor();
    await ada.keyboard.press("ArrowUp");
    await ada.getByRole("textbox", { name: "Edit message" }).fill("an old idea");
    await ada.keyboard.press("Enter");
    const old = grace.getByRole("listitem").filter({ hasText: "an old idea" });
    await old.getByText("(edited)").waitFor();
    await old.hover();
    await old.getByRole("button", { name: "React with thumbs up" }).click();
    await ada.getByRole("button", { name: "thumbs up, 1, by Grace Hopper" }).click();
    await grace.getByRole("button", { name: "thumbs up, 2, by you, Ada Lovelace" }).waitFor();
    const own = ada.getByRole("listitem").filter({ hasText: "an old idea" });
    await own.hover();
    await own.getByRole("button", { name: "Delete message" }).click();
    await ada.getByRole("dialog", { name: "Delete message" }).getByRole("button", { name: "Delete" }).click();
    await grace.getByText("an old idea").waitFor({ state: "detached" });
  });

  test("find each other, and write one to one", async () => {
    const edsger = await signedIn("Edsger Dijkstra");
    const alan = await signedIn("Alan Turing");
    await edsger.getByRole("button", { name: "New direct message" }).click();
    await edsger.getByRole("searchbox", { name: "To" }).fill("tur");
    await edsger.getByRole("button", { name: "Alan Turing" }).click();
    await edsger.getByRole("textbox", { name: "Message Alan Turing" }).fill("is it decidable?");
    await edsger.getByRole("button", { name: "Send" }).click();
    await alan.getByRole("link", { name: "Edsger Dijkstra, 1 unread" }).click();
    await alan.getByRole("list", { name: "Messages" }).getByText("is it decidable?").waitFor();
    await alan.getByRole("link", { name: "Edsger Dijkstra", exact: true }).waitFor();
  });

  test("open a room, join it, and leave it", async () => {
    const ada = await signedIn("Ada Lovelace");
    const alan = await signedIn("Alan Turing");
    await ada.getByRole("button", { name: "New room" }).click();
    const dialog = ada.getByRole("dialog", { name: "New room" });
    await dialog.getByRole("textbox", { name: "Name" }).fill("tea");
    await dialog.getByRole("textbox", { name: "Topic" }).fill("and biscuits");
    await dialog.getByRole("button", { name: "Create room" }).click();
    await ada.getByRole("heading", { name: "tea" }).waitFor();
    await alan.getByRole("button", { name: "Browse rooms" }).click();
    await alan.getByRole("button", { name: "Join tea" }).click();
    await ada.getByText("Alan Turing joined").waitFor();
    await alan.getByRole("button", { name: "Room details" }).click();
    await alan.getByRole("button", { name: "Leave room" }).click();
    await ada.getByText("Alan Turing left").waitFor();
    await alan.getByRole("link", { name: "tea" }).waitFor({ state: "detached" });
  });
});

describe("a reader's place", () => {
  test("stays while older messages come in above", async () => {
    const page = await opened("Ada Lovelace");
    const count = () => page.getByRole("listitem").filter({ hasText: "Earlier remark" }).count();
    await page.getByText("Earlier remark number 120", { exact: true }).waitFor();
    const before = await count();
    await scrollBy(page, -20_000);
    await expect.poll(count).toBeGreaterThan(before);
    const at = await place(page, "Earlier remark number 120");
    const more = await count();
    await expect.poll(() => place(page, "Earlier remark number 120")).toBe(at);
    expect(more).toBeGreaterThan(before);
  });

  test("stays while new messages come in below, which wait behind a button", async () => {
    const page = await opened("Ada Lovelace");
    await scrollBy(page, -700);
    await page.getByRole("button", { name: "Jump to the newest" }).waitFor();
    const at = await place(page, "First actual case of a bug being found.");
    site.fake.backend.say("grace", "general", "are you there?");
    await page.getByRole("button", { name: "1 new" }).waitFor();
    expect(await place(page, "First actual case of a bug being found.")).toBe(at);
    await page.getByRole("button", { name: "1 new" }).click();
    await page.getByRole("button", { name: "1 new" }).waitFor({ state: "detached" });
    expect(await page.getByText("are you there?", { exact: true }).isVisible()).toBe(true);
    await page.getByRole("link", { name: "general", exact: true }).waitFor();
  });

  test("is the first unread message where that would be out of sight", async () => {
    for (let index = 0; index < 30; index++) {
      site.fake.backend.say("grace", "general", `while you were away ${index}`);
    }
    const page = await signedIn("Ada Lovelace", {}, "#/rooms/general");
    await page.getByText("New", { exact: true }).waitFor();
    expect(await page.getByText("New", { exact: true }).evaluate((element) => element.getBoundingClientRect().top)).toBeGreaterThan(60);
    expect(await place(page, "while you were away 0")).toBeLessThan(400);
  });
});

test("the connection's absence is said, what is written meanwhile is sent after it, and the title counts", async () => {
  const page = await opened("Ada Lovelace");
  await expect.poll(() => page.title()).toBe("(2) Parley");
  site.fake.cut();
  await page.getByRole("status", { name: "Connection" }).getByText("Reconnecting…").waitFor();
  await page.getByRole("textbox", { name: "Message #general" }).fill("into the void");
  await page.keyboard.press("Enter");
  await page.getByText("Sending…").waitFor();
  site.fake.down = false;
  await page.getByText("Reconnecting…").waitFor({ state: "detached", timeout: 30_000 });
  await page.getByText("Sending…").waitFor({ state: "detached" });
  expect(site.fake.backend.rooms.get("general")!.log.entries.at(-1)).toMatchObject({ text: "into the void" });
});

test("a reload stays signed in, and signing out does not", async () => {
  const page = await opened("Ada Lovelace");
  await page.reload();
  await page.getByText("Shall we meet at three?").waitFor();
  await page.getByRole("button", { name: "Account" }).click();
  await page.getByRole("menuitem", { name: "Sign out", exact: true }).click();
  await page.getByRole("button", { name: "Sign in" }).waitFor();
  await page.reload();
  await page.getByRole("button", { name: "Sign in" }).waitFor();
});

test("what is wrong with a field is said at the field", async () => {
  const page = await signedIn("Ada Lovelace");
  await page.getByRole("button", { name: "Account" }).click();
  await page.getByRole("menuitem", { name: "Profile" }).click();
  await page.getByRole("textbox", { name: "Name" }).fill("   ");
  await page.getByRole("button", { name: "Save" }).click();
  await page.getByRole("alert").getByText("must have 1 to 80 characters").waitFor();
  await page.getByRole("textbox", { name: "Name" }).fill("Countess");
  await page.getByRole("radio", { name: "pink" }).check();
  await page.getByRole("button", { name: "Save" }).click();
  await page.getByRole("button", { name: "Account" }).getByText("Countess").waitFor();
});

test("everything can be reached by keyboard, and the focus comes back", async () => {
  const page = await opened("Ada Lovelace");
  const focused = () => page.evaluate(() => document.activeElement?.getAttribute("aria-label") ?? document.activeElement?.className);
  await page.getByRole("button", { name: "Room details" }).press("Enter");
  await page.getByRole("dialog", { name: "Room details" }).waitFor();
  await page.keyboard.press("Escape");
  expect(await focused()).toBe("Room details");
  await page.getByRole("link", { name: "general" }).focus();
  await page.keyboard.press("ArrowDown");
  expect(await focused()).toBe("payroll, 1 unread");
  await page.getByRole("textbox", { name: "Message #general" }).focus();
  await page.keyboard.press("Shift+Tab");
  await page.keyboard.press("Shift+Tab");
  expect(await focused()).toContain("message");
  await page.keyboard.press("ArrowUp");
  expect(await page.evaluate(() => document.activeElement?.textContent)).toContain("Shall we meet");
  await page.keyboard.press("ArrowRight");
  expect(await focused()).toBe("React with thumbs up");
  await page.keyboard.press("Escape");
  expect(await focused()).toContain("message");
});

describe.each(["light", "dark"] as const)("in the %s theme", (colorScheme) => {
  test.each([["wide", {}], ["phone", PHONE]] as const)("axe finds nothing on a %s screen", async (_, options) => {
    const page = await signedIn("Ada Lovelace", { ...options, colorScheme });
    const check = async () => {
      const { violations } = await new AxeBuilder({ page }).analyze();
      expect(violations.map(({ id, nodes }) => [id, nodes.map((node) => node.html)])).toEqual([]);
    };
    await check();
    await page.getByRole("button", { name: "New room" }).click();
    await check();
    await page.keyboard.press("Escape");
    await page.getByRole("link", { name: /^general/ }).click();
    await page.getByText("Shall we meet at three?").waitFor();
    await check();
    await page.getByRole("button", { name: "Room details" }).click();
    await page.getByRole("dialog").getByText("Grace Hopper").waitFor();
    await check();
  });
});

test("nothing scrolls sideways at 320 px", async () => {
  const page = await signedIn("Ada Lovelace", { ...PHONE, viewport: { width: 320, height: 640 } });
  const overflow = () =>
    page.evaluate(() =>
      [document.documentElement, ...document.querySelectorAll<HTMLElement>("main:not(.empty--idle), .scroller, .sidebar__nav, dialog")]
        .filter((element) => element.scrollWidth > element.clientWidth)
        .map((element) => element.className || element.tagName),
    );
  expect(await overflow()).toEqual([]);
  await page.getByRole("button", { name: "New room" }).click();
  expect(await overflow()).toEqual([]);
  await page.keyboard.press("Escape");
  await page.getByRole("link", { name: /^general/ }).click();
  await page.getByText("Shall we meet at three?").waitFor();
  site.fake.backend.say("grace", "general", `long ${"x".repeat(300)} https://example.org/${"y".repeat(300)}`);
  await page.getByRole("list", { name: "Messages" }).getByText("long xxx").waitFor();
  expect(await overflow()).toEqual([]);
});
