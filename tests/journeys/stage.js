// What a file of journeys plays on: one browser and one twin, which end with the file.
import { after, afterEach, before } from "node:test";
import { launch } from "./browser.js";
import { Person } from "./person.js";
import { newTwin } from "./twin.js";

/** Call once at a file's top; the twin takes the port and the next three. */
export function stage(port) {
  let browser;
  let twin;
  before(async () => {
    browser = await launch();
    try {
      twin = await newTwin(port);
    } catch (error) {
      await browser.close();
      throw error;
    }
  });
  afterEach(() => Promise.all(browser.contexts().map((context) => context.close())));
  after(async () => {
    console.log(twin?.said() ?? "the twin did not start");
    await browser?.close();
    await twin?.remove();
  });
  return {
    /** The twin, once it runs. */
    twin: () => twin,
    /** A person at a browser of their own, who looks at the landing page. */
    visit: (name, options = {}) => Person.at(browser, twin.site, name, options),
    /** The same person in one more tab of their browser, who has signed in there too. */
    again: async (person) => {
      const tab = await Person.inTab(person.page.context(), twin.site, person.name);
      await tab.signInAgain();
      await tab.status("");
      return tab;
    },
    /** A person at a browser of their own, who has signed in. */
    enter: async (name, options = {}) => {
      const person = await Person.at(browser, twin.site, name, options);
      await person.signIn();
      return person;
    },
  };
}
