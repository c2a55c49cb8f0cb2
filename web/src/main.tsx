import { render } from "preact";
import { addOnsOf } from "./addons/all.ts";
import { App } from "./App.tsx";
import type { World } from "./chat.ts";
import "./design/style.css";
import { startTheme } from "./design/theme.ts";
import { Oidc } from "./identity/oidc.ts";
import { Session } from "./identity/session.ts";
import { loadConfig } from "./platform/config.ts";
import { reasonOf } from "./platform/problem.ts";
import { route, routeOf } from "./platform/route.ts";
import { BrowserTabs } from "./platform/tabs.ts";

const world: Omit<World, "addOns"> = {
  storage: localStorage,
  open: (path) => new WebSocket(`${location.origin.replace(/^http/, "ws")}${path}`),
  tabs: (user) => new BrowserTabs(user),
  newId: () => crypto.randomUUID(),
  now: () => new Date(),
  random: () => Math.random(),
};

async function start(root: HTMLElement): Promise<void> {
  const config = await loadConfig(fetch.bind(globalThis));
  const oidc = new Oidc(config, `${location.origin}/`);
  const session = new Session(oidc, sessionStorage, () => Date.now());
  let failure: string | undefined;
  const address = new URL(location.href);
  try {
    const hash = await session.finish(address);
    if (hash !== undefined) {
      history.replaceState(null, "", `/${hash || "#/"}`);
      route.value = routeOf(location.hash);
    }
  } catch (error) {
    failure = `You could not be signed in. ${reasonOf(error)}`;
    history.replaceState(null, "", "/");
  }
  const addOns = addOnsOf(config.addOns);
  render(<App title={config.title} session={session} world={{ ...world, addOns }} failure={failure} />, root);
}

startTheme();
const root = document.getElementById("app")!;
start(root).catch((error: unknown) => {
  render(<p role="alert">{reasonOf(error)}</p>, root);
});
