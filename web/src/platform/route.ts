import { signal } from "@preact/signals";

/** Where the reader is: the list of rooms, or one room. */
export interface Route {
  readonly room: string;
}

export const hrefOf = (room: string): string => `#/rooms/${encodeURIComponent(room)}`;

/** Reads a hash such as `#/rooms/ID`; anything else is the list. */
export function routeOf(hash: string): Route {
  const match = /^#\/rooms\/([A-Za-z0-9_-]{1,64})$/.exec(hash);
  return { room: match?.[1] ?? "" };
}

/** The page's route, which follows the address bar. */
export const route = signal<Route>(routeOf(globalThis.location?.hash ?? ""));

globalThis.addEventListener?.("hashchange", () => {
  route.value = routeOf(location.hash);
});

export function go(room: string): void {
  location.hash = room ? hrefOf(room) : "#/";
}
