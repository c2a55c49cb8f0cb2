import type { VNode } from "preact";
import { expect, test } from "vitest";
import { sentence } from "../../src/addons/typing/TypingLine.tsx";
import type { Typing } from "../../src/addons/typing/typing.tsx";
import type { Chat } from "../../src/chat.ts";
import { chatCase, opened, pass } from "../messages/case.ts";

chatCase();

/** The names that stand under the messages. */
const seen = ({ chat }: { chat: Chat }) => {
  const [line] = chat.addOns.underMessages("general") as VNode<{ typing: Typing; room: string }>[];
  return line!.props.typing.names(line!.props.room);
};

const said = (sent: readonly Record<string, unknown>[]) => sent.filter(({ action }) => action === "typing").length;

test("the others see who is typing, for 3 s after they were shown", async () => {
  const [ada, grace] = [await opened("ada"), await opened("grace")];
  ada.chat.addOns.wrote("general", "h");
  await pass();
  expect(seen(grace)).toEqual(["Ada"]);
  expect(seen(ada)).toEqual([]);
  await pass(2_999);
  expect(seen(grace)).toEqual(["Ada"]);
  await pass(1);
  expect(seen(grace)).toEqual([]);
});

test("strokes are told less than once in 2 s, and an empty box never", async () => {
  const { chat, network } = await opened("ada");
  for (const text of ["", " ", "h", "he", "hel"]) {
    chat.addOns.wrote("general", text);
  }
  await pass(2_399);
  chat.addOns.wrote("general", "hell");
  expect(said(network.sent)).toBe(1);
  await pass(1);
  chat.addOns.wrote("general", "hello");
  expect(said(network.sent)).toBe(2);
});

test("who goes on typing is seen without a gap", async () => {
  const [ada, grace] = [await opened("ada"), await opened("grace")];
  for (let second = 0; second < 7; second++) {
    ada.chat.addOns.wrote("general", "h".repeat(second + 1));
    await pass(1_000);
    expect(seen(grace)).toEqual(["Ada"]);
  }
});

test("who sends what they wrote does not type any more, though it is told late, nor does who leaves", async () => {
  const [ada, grace] = [await opened("ada"), await opened("grace")];
  ada.chat.addOns.wrote("general", "hello");
  await pass();
  ada.chat.command({ action: "send", room: "general", text: "hello" });
  await pass();
  expect(seen(grace)).toEqual([]);

  grace.chat.addOns.frame({ type: "typing", room: "general", user: "ada" });
  expect(seen(grace)).toEqual([]);

  await pass(2_400);
  ada.chat.addOns.wrote("general", "and");
  await pass();
  expect(seen(grace)).toEqual(["Ada"]);
  grace.chat.addOns.entries("general", [
    { room: "general", seq: 9, messages: 1, kind: "membership", sender: "grace", clientId: "c", time: "", user: "ada", change: "removed", role: "member" },
  ]);
  expect(seen(grace)).toEqual([]);
});

test("nobody waits for the service: one that does not answer, fails, or is not there is no matter", async () => {
  const { chat, network } = await opened("ada");
  network.loseReplies = 1;
  chat.addOns.wrote("general", "h");
  await pass(11_000);
  network.failures = 1;
  chat.addOns.wrote("general", "he");
  await pass();
  expect(said(network.sent)).toBe(2);
  expect(network.sockets).toHaveLength(1);
  expect(chat.connection.status.value).toBe("live");

  network.cut();
  await pass(2_000);
  chat.addOns.wrote("general", "hel");
  await pass();
  expect(said(network.sent)).toBe(2);
  expect(chat.notices.shown.value).toEqual([]);
});

test("nobody, one, some and many are told in words, and who is not known is somebody", () => {
  const said = (...names: (string | undefined)[]) => sentence(names).join(" ");
  expect(said()).toBe(" ");
  expect(said("Ada")).toBe("Ada is typing…");
  expect(said(undefined)).toBe("Somebody is typing…");
  expect(said("Ada", "Grace")).toBe("Ada and Grace are typing…");
  expect(said("Ada", "Grace", "Alan")).toBe("Ada, Grace and Alan are typing…");
  expect(said("Ada", undefined)).toBe("Several people are typing…");
  expect(said("Ada", "Grace", "Alan", "Kurt")).toBe("Several people are typing…");
});
