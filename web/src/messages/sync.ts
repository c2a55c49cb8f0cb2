import { backoff, BRIEF } from "../connections/backoff.ts";
import type { Api } from "../platform/api.ts";
import type { Rooms } from "../rooms/rooms.ts";
import type { Entry, Mark } from "./entry.ts";
import { windowOf } from "./window.ts";

/** The API's most, for one request. */
const BATCH = 50;

/** A window that is further behind is begun anew at the log's end; its older part is history like any other. */
const FAR = 1_000;

export interface Synced {
  readonly room: string;
  readonly tail: Mark;
  readonly entries: readonly Entry[];
  readonly more: boolean;
}

export interface Page {
  readonly entries: readonly Entry[];
  readonly more: boolean;
}

/** Brings the windows of rooms to the ends of their logs. What is asked for while it works is done after. */
export class Sync {
  #queue = new Set<string>();
  #working = false;
  #failures = 0;

  constructor(
    private readonly api: Api,
    private readonly rooms: Rooms,
    private readonly synced: (room: string, entries: readonly Entry[]) => void,
    private readonly random: () => number,
  ) {}

  request(rooms: Iterable<string>): void {
    for (const room of rooms) {
      this.#queue.add(room);
    }
    void this.work();
  }

  private async work(): Promise<void> {
    if (this.#working) {
      return;
    }
    this.#working = true;
    while (this.#queue.size > 0) {
      const batch = [...this.#queue].filter((room) => this.rooms.get(room)).slice(0, BATCH);
      if (batch.length === 0) {
        this.#queue.clear();
        break;
      }
      batch.forEach((room) => this.#queue.delete(room));
      try {
        await this.carry(batch);
        this.#failures = 0;
      } catch {
        batch.forEach((room) => this.#queue.add(room));
        await new Promise((resolve) => setTimeout(resolve, 250 + backoff(BRIEF, this.#failures++, this.random())));
      }
    }
    this.#working = false;
  }

  private async carry(batch: readonly string[]): Promise<void> {
    const asked = batch.map((room) => ({ room, ...this.from(room) }));
    const answer = await this.api.post<{ rooms: Synced[] }>("/sync", { rooms: asked });
    for (const synced of answer.rooms) {
      await this.take(synced);
    }
  }

  /** From the window's end; in a room that is not open from before its last entry, which tells when it was. */
  private from(room: string): { after?: number } {
    const state = this.rooms.get(room);
    if (state?.window) {
      return { after: state.window.last };
    }
    return state && state.activity === "" && state.tail.seq > 0 ? { after: state.tail.seq - 1 } : {};
  }

  private async take({ room, tail, entries }: Synced): Promise<void> {
    const before = this.rooms.get(room);
    this.rooms.knowTail(room, tail);
    if (before?.window && tail.seq - before.window.last > FAR) {
      const page = await this.api.get<Page>(`/rooms/${room}/messages?limit=50`);
      this.rooms.show(room, windowOf(page.entries));
      this.synced(room, page.entries);
    } else if (entries.length > 0) {
      this.rooms.apply(room, entries);
      this.synced(room, entries);
    }
    const state = this.rooms.get(room);
    const behind = state?.window && state.window.last < state.tail.seq;
    const undated = state && !state.window && state.activity === "" && state.tail.seq > 0 && entries.length === 0;
    if (behind || (undated && before?.tail.seq === 0)) {
      this.#queue.add(room);
    }
  }
}
