import { problemOf } from "../platform/problem.ts";
import type { Api } from "../platform/api.ts";
import type { Ack, Item } from "./item.ts";
import type { Synced } from "./sync.ts";

/**
 * Looks through everything that stands after an item's `after` for the item itself. What is found is its ack; else it
 * may be sent anew with the log's end as its `after`, and cannot come to stand twice.
 */
export async function lookup(api: Api, item: Item, me: string): Promise<{ ack?: Ack; tail: number }> {
  for (let after = item.after; ; ) {
    const { rooms } = await api.post<{ rooms: Synced[] }>("/sync", { rooms: [{ room: item.command.room, after }] });
    const synced = rooms[0];
    if (!synced) {
      throw problemOf(404, { code: "not-found", detail: "there is no such room, or you may not see it" });
    }
    const ack = synced.entries.find((entry) => entry.sender === me && entry.clientId === item.clientId);
    const last = synced.entries.at(-1)?.seq;
    if (ack || !synced.more || last === undefined) {
      return { ...(ack ? { ack } : {}), tail: last ?? synced.tail.seq };
    }
    after = last;
  }
}
