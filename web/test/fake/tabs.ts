import type { Tabs } from "../../src/platform/tabs.ts";

type Hear = (news: never) => void;

/** The tabs that are open on each storage, and the turns that they take. */
const browsers = new WeakMap<Storage, { tabs: Set<Map<string, Hear>>; turns: Map<string, Promise<void>> }>();

/** A new tab of the browser that has this storage; what it tells arrives in a later turn, as a clone. */
export function tabOf(storage: Storage): Tabs {
  const browser = browsers.get(storage) ?? { tabs: new Set(), turns: new Map() };
  browsers.set(storage, browser);
  const own = new Map<string, Hear>();
  browser.tabs.add(own);
  return {
    tell: (topic, news) => {
      for (const tab of browser.tabs.has(own) ? browser.tabs : []) {
        const clone = structuredClone(news) as never;
        queueMicrotask(() => tab !== own && browser.tabs.has(tab) && tab.get(topic)?.(clone));
      }
    },
    on: (topic, hear) => void own.set(topic, hear),
    alone: (name, work) => {
      const turn = (browser.turns.get(name) ?? Promise.resolve()).then(work);
      browser.turns.set(name, turn.catch(() => {}));
      return turn;
    },
    close: () => void browser.tabs.delete(own),
  };
}
