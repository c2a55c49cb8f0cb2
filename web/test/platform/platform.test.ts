import { describe, expect, test } from "vitest";
import { initialsOf } from "../../src/identity/profile.ts";
import { frameOf } from "../../src/connections/frames.ts";
import { leftIn } from "../../src/messages/limit.ts";
import { plain } from "../../src/messages/plain.ts";
import { Api } from "../../src/platform/api.ts";
import { loadConfig } from "../../src/platform/config.ts";
import { problemOf, reasonOf, type Problem } from "../../src/platform/problem.ts";
import { routeOf } from "../../src/platform/route.ts";
import { dayName } from "../../src/platform/time.ts";
import { byActivity, stateOf, type Room } from "../../src/rooms/room.ts";

const answering = (...answers: [status: number, body: unknown][]) => {
  const asked: { path: string; token: string | null }[] = [];
  const fetch = async (input: RequestInfo | URL, init?: RequestInit) => {
    asked.push({ path: String(input), token: new Headers(init?.headers).get("authorization") });
    const [status, body] = answers.shift()!;
    return new Response(typeof body === "string" ? body : JSON.stringify(body), { status });
  };
  return { asked, fetch };
};

describe("the API", () => {
  test("asks once more with a fresh token when the last is refused", async () => {
    const { asked, fetch } = answering([401, {}], [200, { user: "ada" }]);
    const api = new Api(fetch, async (fresh) => (fresh ? "new" : "old"));
    expect(await api.get("/profile")).toEqual({ user: "ada" });
    expect(asked).toEqual([
      { path: "/api/profile", token: "Bearer old" },
      { path: "/api/profile", token: "Bearer new" },
    ]);
  });

  test("throws a refusal as a problem, with what is wrong with each field", async () => {
    const body = { status: 400, code: "invalid-input", detail: "see errors", errors: [{ field: "name", message: "is too long" }] };
    const problem = await new Api(answering([400, body]).fetch, async () => "t").get<Problem>("/x").catch((error: Problem) => error as Problem);
    expect(problem.code).toBe("invalid-input");
    expect(problem.about("name")).toBe("is too long");
    expect(reasonOf(problem)).toBe("Name is too long.");
  });

  test("makes a problem even of a page that a proxy answered with", async () => {
    const problem = await new Api(answering([502, "<html>"]).fetch, async () => "t").get<Problem>("/x").catch((error: Problem) => error as Problem);
    expect(problem).toMatchObject({ status: 502, code: "internal-error" });
    expect(reasonOf(problem)).toBe("Something went wrong on our side. Please try again.");
  });
});

test("a refusal's sentence begins large and ends with one dot", () => {
  expect(reasonOf(problemOf(409, { code: "last-owner", detail: "you are the last owner" }))).toBe("You are the last owner.");
  expect(reasonOf(problemOf(409, { code: "last-owner", detail: "stop!" }))).toBe("Stop!");
});

test("a configuration that lacks something says what", async () => {
  await expect(loadConfig(answering([200, { title: "P", issuer: "i" }]).fetch)).rejects.toThrow("lacks clientId, signInUrl, addOns");
  await expect(loadConfig(answering([404, {}]).fetch)).rejects.toThrow("404");
});

test("only a room's address is a room's", () => {
  expect(routeOf("#/rooms/a-B_1")).toEqual({ room: "a-B_1" });
  expect(["", "#/", "#/rooms/", "#/rooms/a/b", "#/rooms/<x>"].map((hash) => routeOf(hash).room)).toEqual(["", "", "", "", ""]);
});

test("days are named as people do", () => {
  const now = new Date(2026, 2, 10, 9);
  const name = (day: number, hour = 23) => dayName(new Date(2026, 2, day, hour).toISOString(), now);
  expect([name(10, 1), name(9), name(8)]).toEqual(["Today", "Yesterday", "Sunday"]);
  expect(name(1)).toContain("1");
});

test("a text's length is counted in code points", () => {
  expect(leftIn("👍".repeat(4_000))).toBe(0);
  expect(leftIn("x".repeat(4_001))).toBe(-1);
});

test("an announcement is one short line", () => {
  expect(plain("**hi**\n\n> there")).toBe("hi there");
  expect(plain("x".repeat(500))).toHaveLength(140);
});

test("initials are of the first and the last word", () => {
  expect(["Ada Lovelace", "ada", "Ada King of Lovelace", "👩 x", " "].map(initialsOf)).toEqual(["AL", "A", "AL", "👩X", ""]);
});

test("rooms stand by their last activity, and by name where there was none", () => {
  const state = (name: string, activity: string) => ({ ...stateOf({ room: name, name } as Room), activity });
  const sorted = [state("b", ""), state("a", ""), state("c", "2026-01-01"), state("d", "2026-02-01")].sort(byActivity);
  expect(sorted.map(({ room }) => room.name)).toEqual(["d", "c", "a", "b"]);
});

test("frames that are none are passed over, those of other kinds are for add-ons, and API Gateway's own failure is one", () => {
  expect(frameOf("nonsense")).toBeUndefined();
  expect(frameOf('{"room":"r"}')).toBeUndefined();
  expect(frameOf('{"type":"new","room":"r"}')).toEqual({ type: "addOn", said: { type: "new", room: "r" } });
  expect(frameOf('{"message":"Internal server error","connectionId":"c","requestId":"r"}')).toEqual({ type: "failure" });
});
