import { dayKey } from "../platform/time.ts";
import { sameAuthor } from "./author.ts";
import type { MembershipEntry, MessageEntry } from "./entry.ts";
import { fold } from "./fold.ts";
import { entryOf, type Item } from "./item.ts";
import type { Window } from "./window.ts";

/** A message as it is shown; `item` is its way to the log, or that of the last change of it. */
export interface MessageRow {
  readonly type: "message";
  readonly key: string;
  readonly message: MessageEntry;
  /** The first of a group: it shows who and when. */
  readonly head: boolean;
  readonly item?: Item;
}

export type Row =
  | MessageRow
  | { readonly type: "day"; readonly key: string; readonly time: string }
  | { readonly type: "new"; readonly key: string }
  | { readonly type: "membership"; readonly key: string; readonly entry: MembershipEntry };

/** Messages of one sender stand together when no more than this lies between them: 5 min. */
const TOGETHER = 300_000;

/** What cannot be known yet of a message on its way. */
const UNKNOWN = Number.MAX_SAFE_INTEGER;

/**
 * The rows of a room: its window with what is on its way laid over it.
 *
 * @param items this room's
 * @param since the divider stands before the first message of others after this many; undefined for none
 */
export function timeline(window: Window, items: readonly Item[], me: string, since?: number): readonly Row[] {
  const rows: Row[] = [];
  let before: MessageEntry | undefined;
  let day = "";
  let divided = since === undefined;
  for (const shown of [...logged(window, items, me), ...unlogged(window, items, me)]) {
    const { entry } = shown;
    if (dayKey(entry.time) !== day) {
      day = dayKey(entry.time);
      rows.push({ type: "day", key: `day ${day}`, time: entry.time });
      before = undefined;
    }
    if (!divided && entry.kind === "message" && entry.messages > since! && entry.sender !== me) {
      divided = true;
      rows.push({ type: "new", key: "new" });
      before = undefined;
    }
    if (entry.kind === "membership") {
      rows.push({ type: "membership", key: `seq ${entry.seq}`, entry });
      before = undefined;
    } else {
      const key = `${entry.sender} ${entry.clientId}`;
      const item = shown.item ? { item: shown.item } : {};
      rows.push({ type: "message", key, message: entry, head: !together(before, entry), ...item });
      before = entry;
    }
  }
  return rows;
}

interface Shown {
  readonly entry: MessageEntry | MembershipEntry;
  readonly item?: Item;
}

function logged(window: Window, items: readonly Item[], me: string): Shown[] {
  const changes = items.filter((item) => item.command.action !== "send");
  const shown: Shown[] = [];
  for (const entry of window.entries) {
    if (entry.kind === "membership") {
      shown.push({ entry });
    } else if (entry.kind === "message") {
      shown.push(changed(entry, changes, me));
    }
  }
  return shown;
}

/** The message as it will be when all its changes are through. */
function changed(message: MessageEntry, changes: readonly Item[], me: string): Shown {
  let shown: Shown = { entry: message };
  for (const item of changes) {
    if ("seq" in item.command && item.command.seq === message.seq) {
      const ack = item.ack ?? { seq: UNKNOWN, messages: 0, time: item.written };
      shown = { entry: fold(shown.entry as MessageEntry, entryOf(item, me, ack)), item };
    }
  }
  return shown;
}

function unlogged(window: Window, items: readonly Item[], me: string): Shown[] {
  const sends = items.filter((item) => item.command.action === "send");
  if (sends.length === 0) {
    return [];
  }
  const there = new Set(window.entries.filter((entry) => entry.sender === me).map((entry) => entry.clientId));
  return sends
    .filter((item) => !there.has(item.clientId))
    .map((item) => {
      const ack = item.ack ?? { seq: UNKNOWN, messages: UNKNOWN, time: item.written };
      return { entry: entryOf(item, me, ack) as MessageEntry, item };
    });
}

function together(before: MessageEntry | undefined, entry: MessageEntry): boolean {
  return (
    before !== undefined &&
    sameAuthor(before, entry) &&
    Math.abs(Date.parse(entry.time) - Date.parse(before.time)) <= TOGETHER
  );
}
