import { effect } from "@preact/signals";
import type { Chat } from "../../chat.ts";
import type { Status } from "../../connections/connection.ts";
import { Problem } from "../../platform/problem.ts";
import type { AddOn, Working } from "../addOn.ts";

/** Something that happened to the page, as `POST /events` takes it. Never what people write, nor whom they write to. */
interface ClientEvent {
  readonly id: string;
  readonly type: string;
  readonly time: string;
  readonly data: Readonly<Record<string, string | number>>;
}

/** What the service answers: the places of events that it did not take. */
interface Taken {
  readonly again: readonly number[];
}

/** Events are sent together after this, in ms. */
const TOGETHER = 10_000;

/** As many as one request takes. */
const MOST = 100;

/** As many as are kept while the service cannot be reached; older ones are forgotten. */
const KEPT = 200;

/** Tells the service what happens to the page: that it opened, how its connection fares, and that it failed. */
export class Stream implements Working {
  #events: ClientEvent[] = [];
  #timer: ReturnType<typeof setTimeout> | undefined;
  #since: number;
  #off = false;
  readonly #unwatch: () => void;

  constructor(private readonly chat: Chat) {
    this.#since = this.now();
    this.note("page.opened");
    this.#unwatch = effect(() => this.changed(chat.connection.status.value));
    globalThis.addEventListener?.("error", this.#failed);
  }

  stop(): void {
    this.#off = true;
    this.#unwatch();
    clearTimeout(this.#timer);
    globalThis.removeEventListener?.("error", this.#failed);
  }

  private changed(status: Status): void {
    const took = this.now() - this.#since;
    this.#since = this.now();
    if (status === "live") {
      this.note("connection.live", { ms: took });
    } else if (status === "waiting") {
      this.note("connection.waiting", { ms: took });
    }
  }

  /** Where it failed, but not with which words: they may be somebody's. */
  readonly #failed = (event: ErrorEvent): void => {
    const name = event.error instanceof Error ? event.error.name : "Error";
    this.note("page.failed", { name, at: `${event.filename.split("/").pop()}:${event.lineno}:${event.colno}` });
  };

  private note(type: string, data: ClientEvent["data"] = {}): void {
    const event = { id: this.chat.world.newId(), type, time: this.chat.world.now().toISOString(), data };
    this.#events = [...this.#events, event].slice(-KEPT);
    this.plan();
  }

  private plan(): void {
    if (this.#timer === undefined && !this.#off && this.#events.length > 0) {
      this.#timer = setTimeout(() => void this.send(), TOGETHER);
    }
  }

  private async send(): Promise<void> {
    const events = this.#events.splice(0, MOST);
    try {
      const { again } = await this.chat.api.post<Taken>("/events/batch", { events });
      this.#events.unshift(...again.flatMap((place) => events[place] ?? []));
    } catch (error) {
      const code = error instanceof Problem ? error.code : "";
      if (code === "unknown-route") {
        this.#off = true; // The add-on was taken away, and this page is older.
      } else if (code !== "invalid-input") {
        this.#events = [...events, ...this.#events].slice(-KEPT);
      }
    }
    this.#timer = undefined;
    this.plan();
  }

  private now(): number {
    return this.chat.world.now().getTime();
  }
}

/** The page's own events. */
export const stream: AddOn = { name: "stream", start: (chat) => new Stream(chat) };
