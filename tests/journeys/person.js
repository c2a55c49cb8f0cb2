// A person at a browser: what they do, and what they see.
import assert from "node:assert/strict";
import { setTimeout as pause } from "node:timers/promises";

/** How long something may take to appear, in ms: a function's first call starts a JVM. */
const PATIENCE = 60_000;

/** What the twin's own people sign in with. */
const account = (name) => {
  const first = name.split(" ")[0];
  return { email: `${first.toLowerCase()}@example.com`, password: `${first}-signs-in-1` };
};

/** Tries an assertion again until it holds; throws as it does where it does not hold in time. */
export async function eventually(assertion, within = PATIENCE) {
  for (const end = Date.now() + within; ; await pause(40)) {
    try {
      return await assertion();
    } catch (error) {
      if (Date.now() > end) {
        throw error;
      }
    }
  }
}

export class Person {
  /** What the page threw or complained of; journeys expect nothing. */
  complaints = [];

  constructor(name, page, site) {
    this.name = name;
    this.page = page;
    this.site = site;
  }

  /** @param wire what a journey does to the network between the pages and the service, where it does anything */
  static async at(browser, site, name, { wire, ...options }) {
    const context = await browser.newContext({ viewport: { width: 1280, height: 800 }, reducedMotion: "reduce", ...options });
    await wire?.into(context);
    const person = await Person.inTab(context, site, name);
    person.phone = options.isMobile === true;
    return person;
  }

  /** In a tab of a browser that is open already; goes to the site. */
  static async inTab(context, site, name) {
    const page = await context.newPage();
    page.setDefaultTimeout(PATIENCE);
    const person = new Person(name, page, site);
    page.on("pageerror", (error) => person.complaints.push(error.message));
    page.on("console", (message) => {
      // A service that is stopped, or that refuses, is met by the page; the browser notes it all the same.
      if (message.type() === "error" && !/Failed to load resource|WebSocket/.test(message.text())) {
        person.complaints.push(message.text());
      }
    });
    await page.goto(site);
    return person;
  }

  async signIn() {
    const { email, password } = account(this.name);
    await this.button("Sign in").click();
    await this.page.getByRole("textbox", { name: "Email" }).fill(email);
    await this.page.getByLabel("Password").fill(password);
    // The page shows who one is by the token, before the service has made a newcomer's profile: until then nobody finds them.
    const known = this.page.waitForResponse((response) => response.url().endsWith("/api/profile") && response.ok());
    await this.button("Sign in").click();
    await this.button("Account").waitFor();
    await known;
    await this.status("");
  }

  /** In one more tab of a browser in which one has signed in: nobody is asked again. */
  async signInAgain() {
    await this.button("Sign in").click();
    await this.button("Account").waitFor();
  }

  button(name) {
    return this.page.getByRole("button", { name, exact: true });
  }

  link(name) {
    return this.page.getByRole("link", { name, exact: true });
  }

  dialog(name) {
    return this.page.getByRole("dialog", { name });
  }

  box(room) {
    return this.page.getByRole("textbox", { name: `Message ${room}` });
  }

  /** The list of messages' item with this text. */
  item(text) {
    return this.page.getByRole("list", { name: "Messages", exact: true }).getByRole("listitem").filter({ hasText: text });
  }

  /** Waits until the connection's status says this; "" where all is well. */
  status(text) {
    return eventually(async () => assert.equal(await this.page.getByRole("status", { name: "Connection" }).innerText(), text));
  }

  /** Opens a private room, and is in it. */
  async openRoom(name) {
    await this.button("New room").click();
    const dialog = this.dialog("New room");
    await dialog.getByRole("textbox", { name: "Name" }).fill(name);
    await dialog.getByRole("radio", { name: /^Private/ }).check();
    await this.insist(dialog, () => dialog.getByRole("button", { name: "Create room" }).click(), this.box(`#${name}`));
  }

  /** Does something in a dialog until it has its effect: a function's first call may be too slow on a busy machine, and the dialog says so. */
  async insist(dialog, act, effect) {
    const failed = dialog.getByRole("alert");
    for (let left = 3; left > 0; left--) {
      await act();
      await effect.or(failed).first().waitFor();
      if (await effect.isVisible()) {
        return;
      }
    }
    throw new Error(`the dialog says: ${await failed.innerText()}`);
  }

  /** Adds another to the room that is open. */
  async add(other) {
    const dialog = this.dialog("Room details");
    const search = dialog.getByRole("searchbox", { name: "Add people" });
    const pick = async () => {
      if (await dialog.isVisible()) {
        await dialog.getByRole("button", { name: "Close" }).click();
      }
      await this.button("Room details").click();
      await search.or(dialog.getByRole("alert")).first().waitFor();
      if (await search.isVisible()) {
        await search.fill(other.slice(0, 3).toLowerCase());
        await dialog.getByRole("button", { name: other, exact: true }).click();
      }
    };
    await this.insist(dialog, pick, dialog.getByRole("list", { name: "Members" }).getByText(other));
    await dialog.getByRole("button", { name: "Close" }).click();
  }

  /** Takes another out of the room that is open. */
  async remove(other) {
    await this.button("Room details").click();
    const dialog = this.dialog("Room details");
    const pick = async () => {
      await dialog.getByRole("button", { name: `Manage ${other}` }).click();
      await dialog.getByRole("menuitem", { name: "Remove from room" }).click();
    };
    await this.insist(dialog, pick, dialog.getByRole("heading", { name: "Members · 1" }));
    await dialog.getByRole("button", { name: "Close" }).click();
  }

  /** Writes into the room that is open, and presses Enter; on a phone, where Enter is a new line, Send. */
  async say(room, ...texts) {
    for (const text of texts) {
      await this.box(room).fill(text);
      await (this.phone ? this.button("Send").click() : this.box(room).press("Enter"));
    }
  }

  /** The messages as they stand in the list: who, when (ISO 8601), what. */
  messages() {
    return this.page.getByRole("list", { name: "Messages", exact: true }).evaluate((list) =>
      [...list.children]
        .filter((item) => item.querySelector(":scope .message__text, :scope .message__gone"))
        .map((item) => ({
          who: (item.querySelector(".message__name, .unseen")?.textContent ?? "").replace(/:$/, ""),
          when: item.querySelector("time")?.dateTime ?? "",
          what: item.querySelector(".message__text p, .message__gone")?.textContent ?? "",
        })),
    );
  }

  /** Waits until the list holds exactly these messages, in this order, each as [who, what]. */
  sees(...expected) {
    return eventually(async () => {
      const seen = (await this.messages()).map(({ who, what }) => [who, what]);
      assert.deepEqual(seen, expected, `what ${this.name} sees`);
    });
  }

  /** How many messages are shown as waiting. */
  waiting(count) {
    return eventually(async () => assert.equal(await this.page.getByText("Sending…").count(), count, `what waits at ${this.name}'s`));
  }

  /** The messages of the open room's log as the service has it, oldest first; fails where it has a gap or one twice. */
  async log() {
    const { idToken } = JSON.parse(await this.page.evaluate(() => sessionStorage.getItem("parley.tokens")));
    const room = new URL(this.page.url()).hash.split("/").at(-1);
    const response = await this.page.request.get(`${this.site}api/rooms/${room}/messages?limit=100`, {
      headers: { authorization: `Bearer ${idToken}` },
    });
    const { entries, more } = await response.json();
    assert.equal(more, false, "the log is on one page");
    assert.deepEqual(entries.map(({ seq }) => seq), entries.map((_, index) => index + 1), "the log is dense");
    assert.equal(new Set(entries.map(({ sender, clientId }) => `${sender} ${clientId}`)).size, entries.length, "nothing stands twice");
    return entries.filter(({ kind }) => kind === "message").map(({ text }) => text);
  }

  /** Waits until the list holds exactly these texts, in this order, and the service's log does. */
  async has(...texts) {
    await eventually(async () => assert.deepEqual((await this.messages()).map(({ what }) => what), texts, `what ${this.name} sees`));
    await eventually(async () => assert.deepEqual(await this.log(), texts, "what the service has"));
  }

  /** Asserts that the page had nothing to complain of. */
  content() {
    assert.deepEqual(this.complaints, [], `complaints of ${this.name}'s page`);
  }
}
