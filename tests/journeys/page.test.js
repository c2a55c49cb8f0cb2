import assert from "node:assert/strict";
import { test } from "node:test";
import { AxeBuilder } from "@axe-core/playwright";
import { stage } from "./stage.js";

const { enter, visit } = stage(4820);
const ADA = "Ada Lovelace";
const GRACE = "Grace Hopper";
const PHONE = { viewport: { width: 390, height: 844 }, hasTouch: true, isMobile: true };

const looks = [
  ["light", "a desk", {}],
  ["dark", "a desk", {}],
  ["light", "a phone", PHONE],
  ["dark", "a phone", PHONE],
];

for (const [colorScheme, screen, size] of looks) {
  test(`axe finds nothing on ${screen} in the ${colorScheme} theme, from the landing page to the dialogs`, async () => {
    const person = await visit(ADA, { ...size, colorScheme });
    const { page } = person;
    const check = async (where) => {
      const { violations } = await new AxeBuilder({ page }).analyze();
      const found = violations.map(({ id, nodes }) => [id, nodes.map((node) => node.html)]);
      assert.deepEqual(found, [], `${where} on ${screen}, ${colorScheme}`);
    };
    const checkDialog = async (opener, title) => {
      await person.button(opener).click();
      await person.dialog(title).waitFor();
      await check(title);
      await page.keyboard.press("Escape");
      await person.dialog(title).waitFor({ state: "detached" });
    };
    await person.button("Sign in").waitFor();
    await check("the landing page");
    await person.button("Sign in").click();
    await page.getByRole("textbox", { name: "Email" }).waitFor();
    await check("the issuer's page");
    await page.goBack();
    await person.signIn();
    await check("the list of rooms");
    for (const title of ["New room", "Browse rooms", "New direct message"]) {
      await checkDialog(title, title);
    }
    const room = `${colorScheme} ${screen}`;
    await person.openRoom(room);
    await person.say(`#${room}`, "plain", "**strong** and `code`, https://example.org", "> quoted");
    await person.item("quoted").waitFor();
    await page.getByText("Sending…").first().waitFor({ state: "detached" });
    await check("a room");
    await checkDialog("Room details", "Room details");
    await checkDialog("Emoji", "Insert an emoji");
    person.content();
  });
}

test("a message is sent by keyboard alone, from the landing page on", async () => {
  const person = await visit(GRACE);
  const { page } = person;
  const focus = async (role, name) => {
    const target = page.getByRole(role, { name, exact: true });
    await target.waitFor();
    for (let left = 40; left > 0; left--) {
      if (await target.evaluate((element) => element === document.activeElement)) {
        return;
      }
      await page.keyboard.press("Tab");
    }
    assert.fail(`Tab does not lead to the ${role} "${name}"`);
  };
  const press = async (role, name) => {
    await focus(role, name);
    await page.keyboard.press("Enter");
  };
  await press("button", "Sign in");
  await focus("textbox", "Email");
  await page.keyboard.type("grace@example.com");
  await page.keyboard.press("Tab");
  await page.keyboard.type("Grace-signs-in-1");
  await page.keyboard.press("Enter");
  await person.button("Account").waitFor();
  await press("button", "New room");
  await focus("textbox", "Name");
  await page.keyboard.type("keys");
  await person.insist(person.dialog("New room"), () => press("button", "Create room"), person.box("#keys"));
  await focus("textbox", "Message #keys");
  await page.keyboard.type("no mouse");
  await page.keyboard.press("Enter");
  await person.sees([GRACE, "no mouse"]);
  await page.getByText("Sending…").waitFor({ state: "detached" });
  person.content();
});

test("a wrong password is said, and a right one is taken then", async () => {
  const person = await visit(GRACE);
  await person.button("Sign in").click();
  await person.page.getByRole("textbox", { name: "Email" }).fill("grace@example.com");
  await person.page.getByLabel("Password").fill("not-this-one-1");
  await person.button("Sign in").click();
  await person.page.getByRole("alert").getByText("Incorrect username or password.").waitFor();
  await person.page.getByLabel("Password").fill("Grace-signs-in-1");
  await person.button("Sign in").click();
  await person.button("Account").waitFor();
  person.content();
});

test("a session that was ended elsewhere leads to the landing page, which says so", async () => {
  const person = await visit(ADA);
  const { page } = person;
  await page.clock.install();
  await person.signIn();
  const { issuer, clientId, signInUrl } = await (await page.request.get(`${person.site}config.json`)).json();
  const tokens = await page.evaluate(() => JSON.parse(sessionStorage.getItem("parley.tokens")));
  const revoked = await page.request.post(`${signInUrl ?? issuer}/oauth2/revoke`, {
    form: { token: tokens.refreshToken, client_id: clientId },
  });
  assert.equal(revoked.status(), 200);
  await page.clock.fastForward("59:30");
  await page.getByRole("alert").getByText("Your session has ended. Sign in again.").waitFor();
  await person.button("Sign in").waitFor();
  person.content();
});

test("a sign-in that is refused says why at the landing page", async () => {
  const person = await visit(ADA);
  await person.button("Sign in").click();
  await person.page.getByRole("textbox", { name: "Email" }).waitFor();
  const state = new URL(person.page.url()).searchParams.get("state");
  await person.page.goto(`${person.site}?error=access_denied&error_description=not+allowed&state=${state}`);
  await person.page.getByRole("alert").getByText("You could not be signed in.").waitFor();
  assert.equal(new URL(person.page.url()).search, "");
});
