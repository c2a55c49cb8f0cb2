import assert from "node:assert/strict";
import { test } from "node:test";
import { eventually } from "./person.js";
import { stage } from "./stage.js";

const { enter } = stage(4800);
const ADA = "Ada Lovelace";
const GRACE = "Grace Hopper";

const together = async (room) => {
  const [grace, ada] = await Promise.all([enter(GRACE), enter(ADA)]);
  await ada.openRoom(room);
  await ada.add(GRACE);
  await grace.link(room).click();
  await grace.box(`#${room}`).waitFor();
  return { ada, grace };
};

/** The service has noted how far someone has read. */
const marked = ({ page }) => page.waitForResponse((response) => response.url().endsWith("/read") && response.ok());

test("two people see at once what each other writes, changes and takes back", async () => {
  const began = new Date().toISOString();
  const { ada, grace } = await together("engines");
  await ada.say("#engines", "Shall we meet at three?");
  await grace.sees([ADA, "Shall we meet at three?"]);
  await grace.say("#engines", "Four is better.", "Bring the cards.");
  const said = [[ADA, "Shall we meet at three?"], [GRACE, "Four is better."], [GRACE, "Bring the cards."]];
  await Promise.all([ada.sees(...said), grace.sees(...said)]);

  await ada.item("Four is better.").waitFor();
  const times = async (person) => (await person.messages()).map(({ when }) => when);
  await eventually(async () => assert.deepEqual(await times(ada), await times(grace)));
  for (const time of await times(ada)) {
    assert.ok(began <= time && time <= new Date().toISOString(), `${time} is when it was said`);
  }

  await ada.page.reload();
  await ada.sees(...said);
  assert.deepEqual(await times(ada), await times(grace));

  const question = grace.item("Shall we meet at three?");
  await question.hover();
  await question.getByRole("button", { name: "React with thumbs up" }).click();
  await ada.page.getByRole("button", { name: `thumbs up, 1, by ${GRACE}` }).click();
  await grace.page.getByRole("button", { name: `thumbs up, 2, by you, ${ADA}` }).waitFor();

  await ada.box("#engines").press("ArrowUp");
  await ada.page.getByRole("textbox", { name: "Edit message" }).fill("Shall we meet at four?");
  await ada.page.keyboard.press("Enter");
  await grace.item("Shall we meet at four?").getByText("(edited)").waitFor();

  const last = grace.item("Bring the cards.");
  await last.hover();
  await last.getByRole("button", { name: "Delete message" }).click();
  await grace.dialog("Delete message").getByRole("button", { name: "Delete" }).click();
  const left = [[ADA, "Shall we meet at four?"], [GRACE, "Four is better."], [GRACE, "This message was deleted"]];
  await Promise.all([ada.sees(...left), grace.sees(...left)]);
  await grace.page.reload();
  await grace.sees(...left);
  await grace.page.getByRole("button", { name: `thumbs up, 2, by you, ${ADA}` }).waitFor();
  ada.content();
  grace.content();
});

test("who is elsewhere sees exactly how much they have not read, here and on another device", async () => {
  const { ada, grace } = await together("letters");
  const noted = marked(grace);
  await ada.say("#letters", "one");
  await grace.sees([ADA, "one"]);
  await noted;
  await grace.page.goto(`${grace.site}#/`);
  await ada.say("#letters", "two", "three", "four");
  await grace.link("letters, 3 unread").waitFor();
  assert.match(await grace.page.title(), /^\(3\) /);
  const phone = await enter(GRACE, { viewport: { width: 390, height: 844 }, hasTouch: true, isMobile: true });
  await phone.link("letters, 3 unread").waitFor();

  const read = marked(grace);
  await grace.link("letters, 3 unread").click();
  await grace.sees([ADA, "one"], [ADA, "two"], [ADA, "three"], [ADA, "four"]);
  await grace.link("letters").waitFor();
  await read;
  await phone.page.reload();
  await phone.link("letters").waitFor();
  assert.equal(await ada.page.getByRole("link", { name: "unread" }).count(), 0);
  grace.content();
});

test("two people who write to each other at the same moment are in one conversation", async () => {
  const [ada, alan] = await Promise.all([enter(ADA), enter("Alan Turing")]);
  const find = async (person, query, name) => {
    await person.button("New direct message").click();
    await person.page.getByRole("searchbox", { name: "To" }).fill(query);
    const dialog = person.dialog("New direct message");
    const found = dialog.getByRole("button", { name, exact: true });
    const failed = dialog.getByRole("alert").or(dialog.getByText("Nobody else found"));
    await found.or(failed).first().waitFor();
    assert.ok(await found.isVisible(), `${person.name} is told: ${await dialog.innerText()}`);
    return found;
  };
  const [alanFound, adaFound] = await Promise.all([find(ada, "tur", "Alan Turing"), find(alan, "lov", ADA)]);
  await Promise.all([alanFound.click(), adaFound.click()]);
  await Promise.all([ada.say("Alan Turing", "is it decidable?"), alan.say(ADA, "have you a minute?")]);
  for (const person of [ada, alan]) {
    await eventually(async () => {
      const seen = (await person.messages()).map(({ what }) => what).sort();
      assert.deepEqual(seen, ["have you a minute?", "is it decidable?"]);
    });
    const directs = person.page.getByRole("list", { name: "Direct messages" });
    assert.equal(await directs.getByRole("listitem").count(), 1);
  }
  assert.deepEqual(await ada.messages(), await alan.messages());
  assert.equal(new URL(ada.page.url()).hash, new URL(alan.page.url()).hash);
  ada.content();
  alan.content();
});

test("who is removed loses the room, and hears nothing more of it", async () => {
  const { ada, grace } = await together("payroll");
  await grace.say("#payroll", "am I still here?");
  await ada.sees([GRACE, "am I still here?"]);
  const address = grace.page.url();
  await ada.remove(GRACE);
  await grace.page.getByRole("alert").getByText("You are no longer a member of payroll.").waitFor();
  await grace.link("payroll").waitFor({ state: "detached" });
  await ada.say("#payroll", "not for her");
  await ada.item(`removed ${GRACE}`).waitFor();
  await grace.page.goto(address);
  await grace.page.getByRole("main").getByRole("alert").waitFor();
  await grace.status("");
  assert.equal(await grace.page.getByText("not for her").count(), 0);
  ada.content();
  grace.content();
});

test("whoever is in a room sees who is typing there, until they send it", async () => {
  const { ada, grace } = await together("looms");
  const line = grace.page.getByRole("status", { name: "Who is typing" });
  await eventually(async () => {
    await ada.box("#looms").fill("Shall we");
    await ada.box("#looms").fill("Shall we?");
    assert.equal(await line.innerText(), `${ADA} is typing…`);
  });
  await ada.box("#looms").press("Enter");
  await grace.sees([ADA, "Shall we?"]);
  assert.equal(await line.innerText(), "");
});
