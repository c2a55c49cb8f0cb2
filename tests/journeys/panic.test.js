import assert from "node:assert/strict";
import { test } from "node:test";
import AxeBuilder from "@axe-core/playwright";
import { stage } from "./stage.js";

const { enter, twin } = stage(4860);
const ADA = "Ada Lovelace";
const GRACE = "Grace Hopper";

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
  const { violations } = await new AxeBuilder({ page: ada.page }).include(".alarm").analyze();
  assert.deepEqual(violations.map(({ id, nodes }) => [id, ...nodes.map(({ html }) => html)]), []);

  await grace.button("Acknowledge").click();
  for (const person of [ada, grace]) {
    await person.page.getByText(`Acknowledged by ${GRACE}`).waitFor();
    assert.equal(await person.button("Acknowledge").count(), 0);
    person.content();
  }
});
