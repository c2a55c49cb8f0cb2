// What is promised to a reader (docs/delivery.md), in a real browser: whatever becomes of the network, the tab or the service.
import assert from "node:assert/strict";
import { test } from "node:test";
import { Person } from "./person.js";
import { stage } from "./stage.js";
import { Wire } from "./wire.js";

const { again, enter, twin } = stage(4840);
const ADA = "Ada Lovelace";
const GRACE = "Grace Hopper";
const REPLY_WITHIN = 10_000;
const PING_WITHIN = 300_000;

/** Two people in a room; what becomes of Ada's network is the journey's. */
async function together(room, wire, clock = false) {
  const [ada, grace] = await Promise.all([enter(ADA, { wire }), enter(GRACE)]);
  if (clock) {
    await ada.page.clock.install();
    await ada.page.reload();
    await ada.status("");
  }
  await ada.openRoom(room);
  await ada.add(GRACE);
  await grace.link(room).click();
  await grace.say(`#${room}`, "before");
  await ada.has("before");
  return { ada, grace };
}

test("offline: what one writes waits, what others say is missed, and both come in order and once", async () => {
  const { ada, grace } = await together("tunnel");
  await ada.page.context().setOffline(true);
  await ada.status("You are offline. What you write is sent when you are back.");
  await ada.say("#tunnel", "A1", "A2", "A3");
  await grace.say("#tunnel", "G1", "G2");
  await grace.has("before", "G1", "G2");
  await ada.waiting(3);
  await ada.page.context().setOffline(false);
  await Promise.all([ada, grace].map((person) => person.has("before", "G1", "G2", "A1", "A2", "A3")));
  await ada.waiting(0);
  await ada.status("");
});

test("a socket that hangs half open is noticed: by a frame without a reply, and by a ping", async () => {
  const wire = new Wire();
  const { ada, grace } = await together("half", wire, true);
  wire.hang();
  await ada.say("#half", "into nothing");
  await ada.page.clock.fastForward(REPLY_WITHIN);
  await grace.has("before", "into nothing");
  wire.deafen();
  await ada.say("#half", "heard, but not answered");
  await grace.has("before", "into nothing", "heard, but not answered");
  await ada.waiting(1);
  await ada.page.clock.fastForward(REPLY_WITHIN);
  await ada.has("before", "into nothing", "heard, but not answered");
  await ada.waiting(0);

  wire.hang();
  await grace.say("#half", "missed", "and this");
  await ada.page.clock.fastForward(PING_WITHIN);
  await ada.page.clock.fastForward(REPLY_WITHIN);
  await ada.status("Reconnecting…");
  await ada.box("#half").press("Shift");
  await ada.has("before", "into nothing", "heard, but not answered", "missed", "and this");
});

test("two tabs of one person show the same, send what waits once, and agree on what is read", async () => {
  const wire = new Wire();
  const { ada, grace } = await together("twice", wire);
  const other = await again(ada);
  await other.link("twice").click();
  await other.has("before");
  wire.cut();
  wire.sends.length = 0;
  await ada.say("#twice", "one");
  await other.say("#twice", "two");
  await ada.say("#twice", "three");
  await Promise.all([ada.waiting(3), other.waiting(3)]);
  await grace.say("#twice", "meanwhile");
  wire.mend();
  await other.box("#twice").press("Shift");
  await ada.box("#twice").press("Shift");
  await Promise.all([ada, other, grace].map((person) => person.has("before", "meanwhile", "one", "two", "three")));
  assert.equal(wire.sends.length, 3, "each message was sent once");

  await Promise.all([ada, other].map((tab) => tab.page.goto(`${tab.site}#/`)));
  await grace.say("#twice", "have you read this?");
  await Promise.all([ada, other].map((tab) => tab.link("twice, 1 unread").waitFor()));
  await ada.link("twice, 1 unread").click();
  await Promise.all([ada, other].map((tab) => tab.link("twice").waitFor()));

  wire.cut();
  await ada.say("#twice", "and closed the tab");
  await ada.waiting(1);
  await ada.page.close();
  wire.mend();
  await other.page.keyboard.press("Shift");
  await grace.has("before", "meanwhile", "one", "two", "three", "have you read this?", "and closed the tab");
});

test("what waits outlives reloads, and the page itself", async () => {
  const wire = new Wire();
  const { ada, grace } = await together("patience", wire);
  const room = ada.page.url();
  wire.cut();
  await ada.say("#patience", "one", "two");
  await ada.waiting(2);
  await ada.page.reload();
  await ada.status("Connecting…");
  const closed = ada.page;
  const back = await Person.inTab(closed.context(), ada.site, ADA);
  await closed.close();
  await grace.say("#patience", "meanwhile");
  wire.mend();
  await back.signInAgain();
  await back.page.goto(room);
  await Promise.all([back, grace].map((person) => person.has("before", "meanwhile", "one", "two")));
  await back.page.reload();
  await back.has("before", "meanwhile", "one", "two");
});

test("a tab that slept for hours, over a restart of the service, goes on where it was", async () => {
  const { ada, grace } = await together("night", undefined, true);
  await ada.box("#night").fill("half a sen");
  const asleep = await ada.page.context().newCDPSession(ada.page);
  await asleep.send("Page.setWebLifecycleState", { state: "frozen" });
  await grace.say("#night", "are you there?", "good night");
  await twin().stop();
  await twin().restart();
  await grace.status("");
  await grace.say("#night", "good morning");
  await grace.has("before", "are you there?", "good night", "good morning");
  await asleep.send("Page.setWebLifecycleState", { state: "active" });
  await ada.page.clock.fastForward(8 * 3_600_000);
  await ada.box("#night").pressSequentially("tence");
  await ada.box("#night").press("Enter");
  await Promise.all([ada, grace].map((person) => person.has("before", "are you there?", "good night", "good morning", "half a sentence")));
  await ada.status("");
});
