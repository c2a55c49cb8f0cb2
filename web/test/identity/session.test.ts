import { beforeEach, expect, test, vi } from "vitest";
import { Oidc } from "../../src/identity/oidc.ts";
import { Session, SignedOut } from "../../src/identity/session.ts";
import { answer, type Issuer } from "../fake/issuer.ts";
import { MemoryStorage } from "../fake/world.ts";

const issuer: Issuer = { url: "http://127.0.0.1:9/issuer", people: [{ user: "ada", name: "Ada" }] };
const config = { title: "Parley", issuer: issuer.url, clientId: "web", signInUrl: issuer.url, addOns: [] };
const site = "http://127.0.0.1:9/";

let storage: MemoryStorage;
let now: number;
let refusing: boolean;
let grants: string[];

beforeEach(() => {
  storage = new MemoryStorage();
  now = Date.now();
  refusing = false;
  grants = [];
  vi.stubGlobal("fetch", async (input: RequestInfo | URL, init?: RequestInit) => {
    const form = new URLSearchParams(String(init?.body ?? ""));
    if (form.has("grant_type")) {
      grants.push(form.get("grant_type")!);
      if (refusing) {
        return Response.json({ error: "invalid_grant" }, { status: 400 });
      }
    }
    const { status, type, body } = answer(issuer, new URL(String(input)), form);
    return new Response(body, { status, headers: { "content-type": type } });
  });
});

const session = () => new Session(new Oidc(config, site), storage, () => now);

/** What the issuer sends the browser back to. */
function back(url: string): URL {
  const address = new URL(site);
  address.search = new URLSearchParams({ code: "code:ada", state: new URL(url).searchParams.get("state")! }).toString();
  return address;
}

async function signedIn(): Promise<Session> {
  const one = session();
  await one.finish(back(await one.start("#/rooms/general")));
  return one;
}

test("asks for a code with PKCE, for the site's root", async () => {
  const url = new URL(await session().start(""));
  expect(Object.fromEntries(url.searchParams)).toMatchObject({
    client_id: "web",
    redirect_uri: site,
    response_type: "code",
    scope: "openid email profile",
    code_challenge_method: "S256",
  });
  expect(url.searchParams.get("code_challenge")).toMatch(/^[\w-]{43}$/);
});

test("is signed in when the issuer sent the browser back, and goes on where it was", async () => {
  const one = session();
  const hash = await one.finish(back(await one.start("#/rooms/general")));
  expect(hash).toBe("#/rooms/general");
  expect(one.tokens.value).toMatchObject({ user: "ada", name: "Ada" });
});

test("a reload of the tab stays signed in", async () => {
  const one = await signedIn();
  expect(await session().token(false)).toBe(one.tokens.value!.idToken);
});

test("a state that this tab did not ask with is refused", async () => {
  const one = session();
  const address = back(await one.start(""));
  address.searchParams.set("state", "another");
  await expect(one.finish(address)).rejects.toThrow(/state/);
  expect(one.tokens.value).toBeUndefined();
});

test("an answer that nobody waits for signs nobody in", async () => {
  const one = session();
  expect(await one.finish(new URL(`${site}?code=code:ada&state=x`))).toBe("");
  expect(one.tokens.value).toBeUndefined();
});

test("a token that is about to end is renewed once for all who ask", async () => {
  const one = await signedIn();
  now += 59.5 * 60_000;
  await Promise.all([one.token(false), one.token(false), one.token(false)]);
  expect(grants).toEqual(["authorization_code", "refresh_token"]);
});

test("is signed out when the issuer refuses to renew", async () => {
  const one = await signedIn();
  refusing = true;
  await expect(one.token(true)).rejects.toBeInstanceOf(SignedOut);
  expect(one.tokens.value).toBeUndefined();
  expect(one.lost.value).toBe(true);
  expect(session().tokens.value).toBeUndefined();
});

test("stays signed in when the issuer cannot be reached", async () => {
  const one = await signedIn();
  vi.stubGlobal("fetch", async () => {
    throw new TypeError("failed to fetch");
  });
  await expect(one.token(true)).rejects.toBeInstanceOf(TypeError);
  expect(one.tokens.value).toBeDefined();
});

test("signs out at the issuer, and comes back to the site", () => {
  expect(session().signOutUrl()).toBe(`${issuer.url}/logout?client_id=web&logout_uri=${encodeURIComponent(site)}`);
});
