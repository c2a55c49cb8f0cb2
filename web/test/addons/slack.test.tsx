// @vitest-environment jsdom
import { render } from "preact";
import { beforeEach, expect, test, vi } from "vitest";
import { slack } from "../../src/addons/slack/slack.tsx";
import type { Chat } from "../../src/chat.ts";
import type { Room } from "../../src/rooms/room.ts";
import { Problem } from "../../src/platform/problem.ts";

/** The service, as far as links go. */
let linked = false;
let failing = false;
let tail = 1;
let asked: string[] = [];

const answer = async (what: string) => {
  asked.push(what);
  if (failing) {
    throw new Problem({ status: 403, code: "forbidden", detail: "only an owner of the room may do this" });
  }
  if (what.startsWith("DELETE")) {
    linked = false;
  }
  return what.startsWith("POST")
    ? { code: "ABC", command: "/chat link ABC", expires: "2026-03-01T10:10:00Z" }
    : linked
      ? { linked, channel: "#general", by: "Ada", at: "2026-03-01T10:00:00Z" }
      : { linked };
};

const chat = {
  api: {
    get: (path: string) => answer(`GET ${path}`),
    post: (path: string) => answer(`POST ${path}`),
    delete: (path: string) => answer(`DELETE ${path}`),
  },
  rooms: { get: () => ({ tail: { seq: tail } }) },
} as unknown as Chat;

const root = document.createElement("div");
const working = slack.start(chat);
const show = (owner: boolean) => render(working.inDetails!({ room: "general", role: owner ? "owner" : "member" } as Room) as never, root);
const button = () => root.querySelector("button");
const shows = (text: string) => vi.waitFor(() => expect(root.textContent).toContain(text));

beforeEach(() => {
  render(null, root);
  [linked, failing, tail, asked] = [false, false, 1, []];
});

test("a member sees the link and changes nothing", async () => {
  show(false);
  await shows("SlackNot linked with a channel.");
  linked = true;
  tail = 2;
  show(false);
  await shows("SlackLinked with #general by Ada: what is written in one is seen in both.");
  expect(button()).toBeNull();
});

test("an owner gets a code, and it goes once the room is told of the link", async () => {
  show(true);
  await shows("Link a channel");
  button()!.click();
  await shows("/chat link ABC");
  expect(button()!.textContent).toBe("Another code");

  linked = true;
  tail = 2;
  show(true);
  await shows("Linked with #general");
  expect(root.querySelector("code")).toBeNull();
  expect(asked).toEqual(["GET /rooms/general/slack", "POST /rooms/general/slack/codes", "GET /rooms/general/slack"]);
});

test("an owner ends the link", async () => {
  linked = true;
  show(true);
  await shows("End the link");
  button()!.click();
  await shows("Not linked with a channel.");
});

test("what is refused is said", async () => {
  show(true);
  await shows("Link a channel");
  failing = true;
  button()!.click();
  await shows("Only an owner of the room may do this");
  expect(root.querySelector("[role=alert]")).not.toBeNull();
});
