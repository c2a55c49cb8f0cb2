// @vitest-environment jsdom
import { render } from "preact";
import { beforeEach, expect, test, vi } from "vitest";
import { blobOf, picturesOf } from "../../src/addons/sms/pictures.ts";
import { sms } from "../../src/addons/sms/sms.tsx";
import type { MessageEntry } from "../../src/messages/entry.ts";
import { backend, chatCase, opened, pass } from "../messages/case.ts";

chatCase();

const root = document.createElement("div");
const blobs = new Map<string, Blob>();
const PNG = btoa("\x89PNG\r\n\x1a\n");

beforeEach(() => {
  render(null, root);
  blobs.clear();
  let made = 0;
  vi.stubGlobal("URL", Object.assign(URL, {
    createObjectURL: (blob: Blob) => (blobs.set(`blob:${++made}`, blob), `blob:${made}`),
    revokeObjectURL: (url: string) => blobs.delete(url),
  }));
});

const came = (...ids: string[]) =>
  backend.post("sms", "general", "look", {
    data: JSON.stringify({ media: ids.map((id) => ({ id, type: "image/png", bytes: 8 })) }),
  }) as MessageEntry;

const images = () => [...root.querySelectorAll("img")];

async function shown(user: string, message: MessageEntry) {
  const { chat } = await opened(user);
  render(sms.start(chat).withMessage!(message) as never, root);
}

test("a picture is loading, then shown, and let go when its message is", async () => {
  backend.pictures.set("general m1", { type: "image/png", data: PNG });
  await shown("grace", came("m1"));
  expect(root.textContent).toBe("Loading…");
  expect(root.querySelector("[role=group]")!.getAttribute("aria-label")).toBe("Picture");

  await vi.waitFor(() => expect(images()).toHaveLength(1));
  expect(images()[0]!.alt).toBe("Picture");
  expect(images()[0]!.getAttribute("src")).toBe("blob:1");
  expect(blobs.get("blob:1")).toMatchObject({ type: "image/png", size: 8 });

  render(null, root);
  await vi.waitFor(() => expect(blobs).toHaveProperty("size", 0));
});

test("one that goes while it is loading is not made", async () => {
  backend.pictures.set("general m1", { type: "image/png", data: PNG });
  await shown("grace", came("m1"));
  render(null, root);
  await pass();
  expect(blobs).toHaveProperty("size", 0);
});

test("of several each is counted", async () => {
  ["m1", "m2"].forEach((id) => backend.pictures.set(`general ${id}`, { type: "image/png", data: PNG }));
  await shown("grace", came("m1", "m2"));
  await vi.waitFor(() => expect(images().map((image) => image.alt)).toEqual(["Picture 1 of 2", "Picture 2 of 2"]));
});

test("one that cannot be had is said so, and can be tried again", async () => {
  await shown("grace", came("m1"));
  await vi.waitFor(() => expect(root.textContent).toContain("There is no such room, or you may not see it."));
  backend.pictures.set("general m1", { type: "image/png", data: PNG });
  root.querySelector("button")!.click();
  await vi.waitFor(() => expect(images()).toHaveLength(1));
});

test("what is no picture is not made an address of this site's", async () => {
  backend.pictures.set("general m1", { type: "text/html", data: btoa("<script>alert(1)</script>") });
  await shown("grace", came("m1"));
  await vi.waitFor(() => expect(root.textContent).toContain("This is no picture"));
  expect(blobs).toHaveProperty("size", 0);
  expect(() => blobOf({ type: "image/svg+xml", data: "" })).toThrow();
});

test("a message without pictures has nothing with it", async () => {
  const { chat } = await opened("grace");
  const message = { app: "sms", room: "general" } as MessageEntry;
  for (const data of [undefined, "{", "null", "{}", '{"media":1}', '{"media":[null,{"id":1},{"id":"m","type":"text/html"}]}']) {
    expect(picturesOf(data === undefined ? message : { ...message, data })).toEqual([]);
  }
  expect(picturesOf({ ...message, app: "slack", data: '{"media":[{"id":"m","type":"image/png"}]}' })).toEqual([]);
  expect(sms.start(chat).withMessage!(message)).toBeFalsy();
});
