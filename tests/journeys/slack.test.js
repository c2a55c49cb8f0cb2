import assert from "node:assert/strict";
import { test } from "node:test";
import { eventually } from "./person.js";
import { stage } from "./stage.js";

const { enter, twin } = stage(4860);
const ADA = "Ada Lovelace";

/** What the stand-in of Slack is made to do, through the twin's console. */
async function slack(form, fields) {
  const response = await fetch(`${twin().console}api/outside/slack/${form}`, {
    method: "POST",
    headers: { "content-type": "application/json" },
    body: JSON.stringify(fields),
  });
  const answer = await response.json();
  assert.equal(response.status, 200, answer.error);
  return answer.said;
}

const channel = "general";
const stands = (text) => eventually(async () => assert.ok((await slack("read", { channel })).includes(text), `${text} is in the channel`));

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

  await slack("command", { channel, user: "Nora", text: command.replace("/parley ", "") });
  await section.getByText("Linked with #general by Nora").waitFor();
  await details.getByRole("button", { name: "Close" }).click();

  await ada.say("#teapot", "Tea is **ready**.");
  await stands(`${ADA}: Tea is *ready*.`);
  await slack("write", { channel, user: "Milo", text: "Coming &amp; *hungry*", thread: "" });
  await ada.item("Coming & hungry").waitFor();
  assert.equal((await ada.messages()).at(-1).who, "Milo");

  await ada.button("Room details").click();
  await section.getByRole("button", { name: "End the link" }).click();
  await section.getByText("Not linked with a channel.").waitFor();
  ada.content();
});
