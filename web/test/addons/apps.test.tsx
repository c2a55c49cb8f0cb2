// @vitest-environment jsdom
import { render, type ComponentChild } from "preact";
import { expect, test } from "vitest";
import { AddOns } from "../../src/addons/addOn.ts";
import type { Chat } from "../../src/chat.ts";
import { authorOf } from "../../src/messages/author.ts";
import type { MessageEntry } from "../../src/messages/entry.ts";
import { fold } from "../../src/messages/fold.ts";
import { Message } from "../../src/messages/Message.tsx";
import { timeline, type MessageRow } from "../../src/messages/timeline.ts";
import { windowOf } from "../../src/messages/window.ts";
import { backend, chatCase, opened, pass } from "../messages/case.ts";

chatCase();

const posted = (more: Partial<MessageEntry> = {}): MessageEntry => ({
  room: "general",
  seq: 3,
  messages: 1,
  kind: "message",
  sender: "app-relay",
  clientId: "c3",
  time: "2026-03-01T10:00:00.000Z",
  text: "hello from outside",
  app: "relay",
  ...more,
});

/** The one message of the room, as it is drawn. */
function drawn(chat: Chat): HTMLElement {
  const window = chat.rooms.get("general")!.window!;
  const row = timeline(window, [], "ada").find((each) => each.type === "message")!;
  const root = document.createElement("ol");
  const nothing = () => {};
  render(
    <Message chat={chat} row={row as MessageRow} owner={false} editing={false} tabbable onFocus={nothing} onEditing={nothing} />,
    root,
  );
  return root;
}

test("what an add-on wrote is shown with the name that it gives and the add-on's, and is nobody's own", async () => {
  const { chat, network } = await opened("ada");
  backend.post("relay", "general", "hello", { from: "Margaret" });
  await pass();
  expect(chat.notices.said.value).toBe("New message from Margaret in general");
  const message = drawn(chat);
  expect(message.querySelector(".message__head")!.textContent).toContain("MargaretRelay");
  expect(message.querySelector(".avatar")!.textContent).toBe("M");
  expect([...message.querySelectorAll(".actions button")].map((button) => button.getAttribute("aria-label"))).not.toContain("Edit");
  await pass();
  expect(network.requests.filter((request) => request.includes("app-"))).toEqual([]);
});

test("without a name it is the add-on's", async () => {
  const { chat } = await opened("ada");
  expect(authorOf(chat, posted())).toEqual({ name: "Relay", color: "none" });
});

test("what a person wrote through an add-on is that person's, and says through which", async () => {
  const { chat } = await opened("ada");
  expect(authorOf(chat, posted({ sender: "ada" })).name).toBe("Ada");
});

test("messages of one add-on stand together only where they have one name", () => {
  const rows = timeline(
    windowOf([
      posted({ from: "Margaret", seq: 1, messages: 1, clientId: "c1" }),
      posted({ from: "Margaret", seq: 2, messages: 2, clientId: "c2" }),
      posted({ from: "Edsger", seq: 3, messages: 3, clientId: "c3" }),
    ]),
    [],
    "ada",
  );
  expect(rows.flatMap((row) => (row.type === "message" ? [row.head] : []))).toEqual([true, false, true]);
});

test("a deleted message has lost its name and data", () => {
  const { kind: _, text: __, ...common } = posted();
  const gone = fold(posted({ from: "Margaret", data: "{}" }), { ...common, seq: 4, kind: "deletion", target: 3 });
  expect(gone.deleted).toBeDefined();
  expect([gone.text, gone.from, gone.data, gone.app]).toEqual([undefined, undefined, undefined, "relay"]);
});

test("an add-on has its own title, and shows something with messages, in a room's details and in the profile", async () => {
  const { chat } = await opened("ada");
  const relay = {
    name: "relay",
    title: "The Relay",
    start: () => ({
      withMessage: (message: MessageEntry): ComponentChild => message.data,
      inDetails: (): ComponentChild => "in details",
      inProfile: (): ComponentChild => "in profile",
    }),
  };
  const addOns = new AddOns([{ name: "plain", start: () => ({}) }, relay], chat);
  expect(addOns.titleOf("relay")).toBe("The Relay");
  expect(addOns.titleOf("gone")).toBe("Gone");
  expect(addOns.withMessage(posted({ data: "{}" })).filter(Boolean)).toEqual(["{}"]);
  expect(addOns.inDetails(chat.rooms.get("general")!.room).filter(Boolean)).toEqual(["in details"]);
  expect(addOns.inProfile().filter(Boolean)).toEqual(["in profile"]);
});
