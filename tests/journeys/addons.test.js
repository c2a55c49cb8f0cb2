// What people see of the add-ons, with the outside parties' stand-ins.
import assert from "node:assert/strict";
import { test } from "node:test";
import AxeBuilder from "@axe-core/playwright";
import { eventually } from "./person.js";
import { stage } from "./stage.js";

const { enter, twin } = stage(4860);
const ADA = "Ada Lovelace";
const GRACE = "Grace Hopper";

/** What a stand-in is made to do, through the twin's console. */
async function outside(party, form, fields) {
  const response = await fetch(`${twin().console}api/outside/${party}/${form}`, {
    method: "POST",
    headers: { "content-type": "application/json" },
    body: JSON.stringify(fields),
  });
  const answer = await response.json();
  assert.equal(response.status, 200, answer.error);
  return answer.said;
}

/** No finding of axe in a part of the page. */
async function isAccessible(page, part) {
  const { violations } = await new AxeBuilder({ page }).include(part).analyze();
  assert.deepEqual(violations.map(({ id, nodes }) => [id, ...nodes.map(({ html }) => html)]), []);
}

/** The profile, with what add-ons have there. */
async function profile(person) {
  await person.button("Account").click();
  await person.page.getByRole("menuitem", { name: "Profile" }).click();
  return person.dialog("Profile");
}

/** The room that the demo's file names: the two's own. */
const together = async () => {
  const [grace, ada] = await Promise.all([enter(GRACE), enter(ADA)]);
  await ada.button("New direct message").click();
  const dialog = ada.dialog("New direct message");
  const search = dialog.getByRole("searchbox");
  const pick = async () => {
    await search.fill("gra");
    await dialog.getByRole("button", { name: GRACE, exact: true }).click();
  };
  await ada.insist(dialog, pick, ada.box(GRACE));
  await grace.link(ADA).click();
  await grace.box(ADA).waitFor();
  return { ada, grace };
};

test("a panic button is seen by all in its room, and who acknowledges it", async () => {
  const { ada, grace } = await together();
  await twin().press("front-desk", "LONG");

  for (const person of [ada, grace]) {
    const alarm = person.item("Ground floor: This is an emergency.").first();
    await alarm.getByText("Nobody has acknowledged this alarm.").waitFor();
    assert.match(await alarm.innerText(), /Front desk/);
  }
  await isAccessible(ada.page, ".alarm");

  await grace.button("Acknowledge").click();
  for (const person of [ada, grace]) {
    await person.page.getByText(`Acknowledged by ${GRACE}`).waitFor();
    assert.equal(await person.button("Acknowledge").count(), 0);
    person.content();
  }
});

const channel = "general";
const stands = (text) => eventually(async () => assert.ok((await outside("slack", "read", { channel })).includes(text), `${text} is in the channel`));

test("an owner links a room with a channel of Slack, both see what is written, and the owner ends it", async () => {
  const ada = await enter(ADA);
  await ada.openRoom("teapot");
  await ada.button("Room details").click();
  const details = ada.dialog("Room details");
  const section = details.getByRole("region", { name: "Slack" });
  const link = section.getByRole("button", { name: "Link a channel" });
  await link.waitFor();
  await link.click();
  const command = await section.locator("code").innerText();
  assert.match(command, /^\/parley link [0-9A-Z]{10}$/);

  await outside("slack", "command", { channel, user: "Nora", text: command.replace("/parley ", "") });
  await section.getByText("Linked with #general by Nora").waitFor();
  await details.getByRole("button", { name: "Close" }).click();

  await ada.say("#teapot", "Tea is **ready**.");
  await stands(`${ADA}: Tea is *ready*.`);
  await outside("slack", "write", { channel, user: "Milo", text: "Coming &amp; *hungry*", thread: "" });
  await ada.item("Coming & hungry").waitFor();
  assert.equal((await ada.messages()).at(-1).who, "Milo");

  await ada.button("Room details").click();
  await section.getByRole("button", { name: "End the link" }).click();
  await section.getByText("Not linked with a channel.").waitFor();
  ada.content();
});

test("somebody links a phone by the code that it got, writes by SMS and MMS, and is sent what is written", async () => {
  const ada = await enter(ADA);
  const number = "+15005550" + String(Math.floor(Math.random() * 1000)).padStart(3, "0");
  await ada.openRoom("texting");
  const settings = await profile(ada);
  const section = settings.getByRole("region", { name: "SMS" });
  await section.getByRole("textbox", { name: "Phone number" }).fill(number);
  await section.getByRole("button", { name: "Send me a code" }).click();
  await section.getByRole("textbox", { name: "Code" }).waitFor();
  const got = await eventually(async () => {
    const [, code] = /([0-9]{6}) is your code/.exec(await outside("twilio", "read", { number })) ?? [];
    assert.ok(code, "a code came");
    return code;
  });
  await section.getByRole("textbox", { name: "Code" }).fill(got);
  await section.getByRole("button", { name: "Link this number" }).click();
  await section.getByText(`Your number is ${number}`).waitFor();
  await isAccessible(ada.page, ".sms");
  await settings.getByRole("button", { name: "Cancel", exact: true }).click();

  await outside("twilio", "come", { from: number, text: "#texting look at this", media: "png" });
  await ada.item("look at this").getByRole("img", { name: "Picture" }).waitFor();
  assert.equal((await ada.messages()).at(-1).who, ADA);

  await ada.button("Room details").click();
  const details = ada.dialog("Room details");
  await details.getByRole("combobox", { name: "Send me" }).selectOption({ label: "Everything" });
  await details.getByRole("button", { name: "Close" }).click();
  const grace = await enter(GRACE);
  await ada.add(GRACE);
  await grace.page.getByRole("link", { name: /^texting/ }).click();
  await grace.say("#texting", "tea is ready");
  await eventually(async () => {
    assert.ok((await outside("twilio", "read", { number })).includes(`${GRACE} in #texting: tea is ready`));
  });
  await grace.item("look at this").getByRole("img", { name: "Picture" }).waitFor();
  ada.content();
  grace.content();
});

test("somebody sets a reminder in a room, sees it in the profile, and cancels it", async () => {
  const ada = await enter(ADA);
  await ada.openRoom("kettle");
  await ada.say("#kettle", "/remind me tomorrow at 9 to buy tea");
  await ada.page.getByText(/ at .* this room is told: buy tea/).waitFor();
  const settings = await profile(ada);
  const reminders = settings.getByRole("region", { name: "Reminders" });
  await reminders.getByText("buy tea").waitFor();
  await isAccessible(ada.page, ".reminders");
  await reminders.getByRole("button", { name: "Cancel: buy tea" }).click();
  await reminders.getByText("None is pending.").waitFor();
  ada.content();
});
