import assert from "node:assert/strict";
import { test } from "node:test";
import { eventually } from "./person.js";
import { stage } from "./stage.js";

const { enter, twin } = stage(4810);
const ADA = "Ada Lovelace";
const GRACE = "Grace Hopper";
const ROOM = "#lighthouse";

test("what is written while the service is away is sent once it is back: nothing lost, doubled or out of order", async () => {
  const [grace, ada] = await Promise.all([enter(GRACE), enter(ADA)]);
  await ada.openRoom("lighthouse");
  await ada.add(GRACE);
  await grace.link("lighthouse").click();
  await ada.say(ROOM, "before");
  await grace.sees([ADA, "before"]);
  await grace.say(ROOM, "before that was nothing");
  await ada.sees([ADA, "before"], [GRACE, "before that was nothing"]);

  await twin().stop();
  await Promise.all([ada.status("Reconnecting…"), grace.status("Reconnecting…")]);
  const ofAda = ["A1", "A2", "A3", "A4", "A5"];
  const ofGrace = ["G1", "G2", "G3"];
  await ada.say(ROOM, ...ofAda);
  await grace.say(ROOM, ...ofGrace);
  assert.equal(await ada.page.getByText("Sending…").count(), ofAda.length);
  await grace.page.reload({ waitUntil: "commit" }).catch(() => {}); // Nobody serves the page now: what was written waits in the browser.

  await twin().restart();
  await grace.page.goto(grace.site + new URL(ada.page.url()).hash);
  await Promise.all([ada.status(""), grace.status("")]);
  const settled = async (person) => {
    const seen = (await person.messages()).map(({ what }) => what);
    assert.equal(await person.page.getByText("Sending…").count(), 0);
    assert.equal(seen.length, 2 + ofAda.length + ofGrace.length, `what ${person.name} sees: ${seen.join(", ")}`);
  };
  await Promise.all([ada, grace].map((person) => eventually(() => settled(person), 60_000)));

  const seen = await ada.messages();
  assert.deepEqual(await grace.messages(), seen);
  const texts = seen.map(({ what }) => what);
  assert.deepEqual(texts.slice(0, 2), ["before", "before that was nothing"]);
  assert.deepEqual(texts.filter((text) => text.startsWith("A")), ofAda);
  assert.deepEqual(texts.filter((text) => text.startsWith("G")), ofGrace);

  await ada.page.reload();
  await eventually(async () => assert.deepEqual(await ada.messages(), seen));
  await grace.say(ROOM, "and on");
  await ada.item("and on").waitFor();
  ada.content();
  grace.content();
});
