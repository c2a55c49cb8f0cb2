import assert from "node:assert/strict";
import { test } from "node:test";
import { AxeBuilder } from "@axe-core/playwright";
import { eventually } from "./person.js";
import { stage } from "./stage.js";

const { enter, twin } = stage(4830);
const ADA = "Ada Lovelace";

/** The twin's console in a page of its own, which complains of nothing. */
async function look(person, options = {}) {
  const browser = person.page.context().browser();
  const context = await browser.newContext({ viewport: { width: 1440, height: 900 }, reducedMotion: "reduce", ...options });
  const page = await context.newPage();
  page.setDefaultTimeout(30_000);
  const complaints = [];
  page.on("pageerror", (error) => complaints.push(error.message));
  page.on("console", (message) => message.type() === "error" && complaints.push(message.text()));
  await page.goto(twin().console);
  await page.getByRole("status").getByText("Live").waitFor();
  return {
    page,
    request: page.getByRole("region", { name: "Request", exact: true }),
    view: (name) => page.getByRole("navigation").getByRole("link", { name, exact: true }).click(),
    check: async (where) => {
      const { violations } = await new AxeBuilder({ page }).analyze();
      assert.deepEqual(violations.map(({ id, nodes }) => [id, nodes.map((node) => node.html)]), [], where);
      assert.equal(await page.evaluate(() => document.documentElement.scrollWidth > innerWidth), false, `${where} is not wider than the window`);
    },
    content: () => assert.deepEqual(complaints, []),
  };
}

test("a developer follows a message from its frame to the table, and sees who may do that and why", async () => {
  const ada = await enter(ADA);
  await ada.openRoom("workshop");
  // A function that starts on a busy machine may answer too late: the client then sends again what is already stored.
  for (const text of ["is anybody here?", "is this stored?"]) {
    await ada.say("#workshop", text);
    await ada.item(text).waitFor();
    await ada.waiting(0);
  }
  const { page, request, view, check, content } = await look(ada);
  await page.getByRole("row", { name: /send .* answered/ }).first().getByRole("link").click();
  await request.getByText("MessagesSendMessage").first().waitFor();
  assert.equal(await page.evaluate(() => document.activeElement.tagName), "H2", "the request has the focus");
  await request.getByText("Mapped to").locator("xpath=ancestor::details").getByText('"is this stored?"').waitFor();
  await request.getByText("Called dynamodb PutItem").click();
  await request.getByText(/by MessagesSendMessage.*, statement \d/).filter({ visible: true }).first().waitFor();
  await check("a request");

  await request.getByRole("link", { name: /MessagesSendMessage/ }).first().click();
  await page.getByRole("heading", { name: "Role", exact: true }).waitFor();
  await page.getByRole("table", { name: "Called lately" }).getByText("dynamodb:PutItem").waitFor();
  await check("a function");
  await view("Functions");
  await page.getByRole("heading", { name: "Functions", exact: true }).waitFor();
  await check("the functions");

  await view("Tables");
  await page.getByRole("link", { name: "MessagesTable", exact: true }).click();
  await page.getByText("is this stored?").first().click();
  await check("a table");
  await page.getByRole("textbox", { name: "room" }).fill("no-such-room");
  await page.getByRole("button", { name: "Show" }).click();
  await page.getByText("No items.").waitFor();

  await view("Sockets");
  await page.getByRole("table", { name: "Open sockets" }).getByText(ADA).waitFor();
  await check("the sockets");
  await view("Streams");
  await page.getByRole("table", { name: /^Checkpoints/ }).first().waitFor();
  await check("the streams");
  await view("Queues");
  await page.getByText("empty").first().waitFor();
  await check("the queues");
  await view("Events");
  const posted = page.getByRole("table", { name: /^Events on parley/ }).getByRole("row").filter({ hasText: "message.posted" }).first();
  await eventually(async () => {
    await page.getByRole("button", { name: "Read again" }).click();
    assert.equal(await posted.isVisible(), true);
  });
  await posted.getByText(/^Slack/).first().waitFor();
  await posted.getByText("message.posted").first().click();
  await posted.getByText(/"detail-type"/).waitFor();
  await check("the events");
  await view("Outside");
  await page.getByRole("heading", { name: "Outside", exact: true }).waitFor();
  await check("the outside parties");
  content();
});

test("what was refused is found, with the reason", async () => {
  const ada = await enter(ADA);
  const { page, request, check, content } = await look(ada, { colorScheme: "dark" });
  assert.equal((await ada.page.request.get(`${ada.site}api/rooms`)).status(), 401);
  await page.getByRole("checkbox", { name: "Only problems" }).check();
  await page.getByRole("row", { name: /GET \/api\/rooms Unauthorized .* 401/ }).first().getByRole("link").click();
  await request.getByText("UNAUTHORIZED", { exact: true }).waitFor();
  await check("a refusal in the dark");
  content();
});

test("a missing permission is told in AWS's words, on a phone as well", async () => {
  const grant = await grantOf("IdentityFindPeople", "dynamodb:Query");
  await twin().stop();
  await twin().restart("--revoke", grant);
  const ada = await enter(ADA);
  const { page, request, check, content } = await look(ada, { viewport: { width: 390, height: 844 }, hasTouch: true, isMobile: true });
  await ada.button("New direct message").click();
  await ada.page.getByRole("searchbox", { name: "To" }).fill("tur");
  await page.getByRole("row", { name: /GET \/api\/people .*denied/ }).first().getByRole("link").click();
  await request.getByText(/is not authorized to perform: dynamodb:Query on resource: arn:aws:dynamodb/).first().waitFor();
  await check("a denial on a phone");
  await page.getByRole("link", { name: "All requests" }).click();
  await page.getByRole("searchbox", { name: "Filter" }).waitFor();
  await check("the list on a phone");
  content();
});

/** A statement's grant of a function's role, as the twin's --revoke takes it. */
async function grantOf(named, action) {
  const read = async (path) => (await fetch(`${twin().console}api/${path}`)).json();
  const { id } = (await read("functions")).find((one) => one.id.startsWith(named));
  for (const { policy, statements } of (await read(`functions/${id}`)).policies) {
    const at = statements.findIndex((statement) => [statement.Action].flat().includes(action));
    if (at >= 0) {
      return `${policy} ${at} ${action} ${[statements[at].Resource].flat()[0]}`;
    }
  }
  throw new Error(`${id} has no grant of ${action}`);
}
