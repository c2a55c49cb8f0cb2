// @vitest-environment jsdom
import { render } from "preact";
import { beforeEach, expect, test, vi } from "vitest";
import { sms } from "../../src/addons/sms/sms.tsx";
import type { Chat } from "../../src/chat.ts";
import { Problem } from "../../src/platform/problem.ts";
import type { Room } from "../../src/rooms/room.ts";

/** The service, as far as SMS go. */
let settings: Record<string, unknown> = {};
let failing = false;
let asked: unknown[] = [];

const answer = async (what: string, body?: Record<string, unknown>) => {
  asked.push(body ? [what, body] : what);
  if (failing) {
    throw new Problem({ status: 409, code: "wrong-code", detail: "this is not the code: it can be tried 4 more times" });
  }
  if (what === "POST /sms/codes") {
    settings = { ...settings, pending: body!["number"] };
  }
  if (what === "POST /sms/number") {
    settings = { ...settings, number: settings["pending"], pending: "" };
  }
  if (what === "DELETE /sms/number") {
    settings = { ...settings, number: "" };
  }
  return what === "GET /sms" ? settings : {};
};

const chat = {
  api: {
    get: (path: string) => answer(`GET ${path}`),
    post: (path: string, body: Record<string, unknown>) => answer(`POST ${path}`, body),
    put: (path: string, body: Record<string, unknown>) => answer(`PUT ${path}`, body),
    delete: (path: string) => answer(`DELETE ${path}`),
  },
} as unknown as Chat;

const root = document.createElement("div");
document.body.append(root);
const working = sms.start(chat);
const profile = () => render(working.inProfile!() as never, root);
const details = () => render(working.inDetails!({ room: "general" } as Room) as never, root);
const shows = (text: string) => vi.waitFor(() => expect(root.textContent).toContain(text));
const button = (text: string) => [...root.querySelectorAll("button")].find((each) => each.textContent === text)!;
const type = (input: Element, value: string) => {
  (input as HTMLInputElement).value = value;
  input.dispatchEvent(new Event("input", { bubbles: true }));
};
const settle = () => new Promise((done) => setTimeout(done));

beforeEach(() => {
  render(null, root);
  [failing, asked] = [false, []];
  settings = {
    to: "+15005550006",
    number: "",
    pending: "",
    stopped: false,
    quietFrom: "22:00",
    quietTo: "07:00",
    zone: "UTC",
    most: 20,
    cap: 20,
    today: 3,
    rooms: [{ room: "general", mode: "mentions" }],
  };
});

test("a number is linked by the code that was sent there, and forgotten again", async () => {
  profile();
  await shows("Send me a code");
  type(root.querySelector("input")!, "+1 (500) 555-0010");
  await settle();
  button("Send me a code").click();
  await shows("It was sent to +15005550010");

  type(root.querySelectorAll("input")[1]!, " 123456 ");
  await settle();
  button("Link this number").click();
  await shows("Your number is +15005550010");
  expect(asked).toContainEqual(["POST /sms/codes", { number: "+15005550010" }]);
  expect(asked).toContainEqual(["POST /sms/number", { code: "123456" }]);

  button("Forget the number").click();
  await shows("Send me a code");
});

test("what is refused is said", async () => {
  settings["pending"] = "+15005550010";
  profile();
  await shows("Link this number");
  failing = true;
  type(root.querySelectorAll("input")[1]!, "000000");
  await settle();
  button("Link this number").click();
  await shows("This is not the code");
  expect(root.querySelector("[role=alert]")).not.toBeNull();
});

test("quiet hours are those of where the browser is", async () => {
  settings["number"] = "+15005550010";
  settings["stopped"] = true;
  profile();
  await shows("It said STOP");
  await shows("3 were sent today");
  type(root.querySelectorAll("input")[0]!, "21:30");
  type(root.querySelectorAll("input")[2]!, "5");
  await settle();
  button("Save for SMS").click();
  await shows("Saved.");
  const zone = Intl.DateTimeFormat().resolvedOptions().timeZone;
  expect(asked.at(-1)).toEqual(["PUT /sms", { quietFrom: "21:30", quietTo: "07:00", zone, most: 5 }]);
});

test("in a room's details one chooses what is sent", async () => {
  details();
  await shows("Link a phone number in your profile");
  render(null, root);

  settings["number"] = "+15005550010";
  details();
  await shows("Send me");
  const select = root.querySelector("select")!;
  await vi.waitFor(() => expect(select.value).toBe("mentions"));
  select.value = "all";
  select.dispatchEvent(new Event("change", { bubbles: true }));
  await vi.waitFor(() => expect(asked.at(-1)).toEqual(["PUT /rooms/general/sms", { mode: "all" }]));
});
