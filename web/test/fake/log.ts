import type { Entry, MessageEntry } from "../../src/messages/entry.ts";
import { Refusal } from "./refusal.ts";

type Body = { kind: Entry["kind"] } & Record<string, unknown>;

/** A room's log with the service's semantics: dense, exactly once, changes in place. */
export class Log {
  /** As they are now, changed in place. */
  readonly entries: Entry[] = [];

  constructor(
    readonly room: string,
    private readonly now: () => Date,
  ) {}

  get tail() {
    const last = this.entries.at(-1);
    return { seq: last?.seq ?? 0, messages: last?.messages ?? 0 };
  }

  /** Gives the entry, new or old; `fresh` tells which. The entry is as it was written. */
  append(sender: string, clientId: string, after: number, body: Body): { entry: Entry; fresh: boolean } {
    const { seq, messages } = this.tail;
    if (after > seq || seq - after > 1000) {
      throw new Refusal(409, "sync-first", `after is ${after}, the log ends at ${seq}: sync first`);
    }
    const before = this.entries.slice(after).find((entry) => entry.sender === sender && entry.clientId === clientId);
    if (before) {
      return { entry: before, fresh: false };
    }
    const entry = {
      room: this.room,
      seq: seq + 1,
      messages: messages + (body.kind === "message" ? 1 : 0),
      sender,
      clientId,
      time: this.now().toISOString(),
      ...body,
    } as unknown as Entry;
    this.entries.push(entry);
    this.change(entry);
    return { entry, fresh: true };
  }

  message(seq: number): MessageEntry {
    const entry = this.entries[seq - 1];
    if (entry?.kind !== "message") {
      throw new Refusal(404, "not-found", "there is no such message, or you may not see it");
    }
    if (entry.deleted) {
      throw new Refusal(409, "deleted", "the message was deleted");
    }
    return entry;
  }

  /** The same as what a reader folds, but written by other hands: it is what the tests compare with. */
  private change(entry: Entry): void {
    if (!("target" in entry)) {
      return;
    }
    const message = structuredClone(this.entries[entry.target - 1]) as unknown as Record<string, any>;
    if (entry.kind === "edit") {
      message["text"] = entry.text;
      message["edited"] = { seq: entry.seq, time: entry.time };
    } else if (entry.kind === "deletion") {
      delete message["text"];
      delete message["reactions"];
      delete message["from"];
      delete message["data"];
      message["deleted"] = { seq: entry.seq, time: entry.time, by: entry.sender };
    } else {
      const users: string[] = (message["reactions"]?.[entry.emoji] ?? []).filter((user: string) => user !== entry.sender);
      const all = { ...message["reactions"], [entry.emoji]: entry.on ? [...users, entry.sender] : users };
      if (all[entry.emoji].length === 0) {
        delete all[entry.emoji];
      }
      message["reactions"] = all;
    }
    this.entries[entry.target - 1] = message as unknown as MessageEntry;
  }
}
