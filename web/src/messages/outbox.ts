import { signal } from "@preact/signals";
import { backoff, BRIEF } from "../connections/backoff.ts";
import type { Action, Reply } from "../connections/frames.ts";
import { NoReply } from "../connections/link.ts";
import { problemOf, reasonOf } from "../platform/problem.ts";
import type { Tabs } from "../platform/tabs.ts";
import { byWritten, frameFor, type Ack, type Command, type Item } from "./item.ts";
import type { Shelf } from "./shelf.ts";

/** What an outbox needs of the world, and whom it tells. */
export interface OutboxPorts {
  request(action: Action): Promise<Reply>;
  /** Reads what stands after the item's `after`: its ack, where it is there already, and the log's end. */
  lookup(item: Item): Promise<{ ack?: Ack; tail: number }>;
  /** @param here false where another tab sent it */
  acked(item: Item, ack: Ack, here: boolean): void;
  refused(item: Item, reason: string): void;
  newId(): string;
  now(): Date;
  random(): number;
}

/** What a tab tells the others: what became of an item, or that it is not to be sent. */
type News = { readonly item: Item } | { readonly gone: string };

/**
 * Carries commands to the log: in order within a room, one at a time, each as often as it takes. What is not
 * acknowledged is kept over a reload. All tabs have all items, and one of them sends: so nothing waits for a tab that
 * was closed. What two should send all the same is one in the log, by its clientId.
 */
export class Outbox {
  readonly items = signal<readonly Item[]>([]);
  #busy = new Set<string>();
  #failures = 0;

  constructor(
    private readonly ports: OutboxPorts,
    private readonly shelf: Shelf,
    private readonly tabs: Tabs,
  ) {
    tabs.on("outbox", (news: News) => this.told(news));
    this.items.value = shelf.load();
  }

  /** How many are not acknowledged yet. */
  get waiting(): number {
    return this.items.value.filter((item) => item.state !== "sent").length;
  }

  /** @param after the highest seq that is known in the room now */
  add(command: Command, after: number): void {
    const item: Item = {
      clientId: this.ports.newId(),
      after,
      written: this.ports.now().toISOString(),
      command,
      state: "sending",
    };
    this.keep(item);
    this.items.value = [...this.items.value, item];
    void this.lane(command.room);
  }

  retry(clientId: string): void {
    const item = this.find(clientId);
    if (item?.state === "failed") {
      const { reason: _, ...rest } = item;
      this.change({ ...rest, state: "sending" });
      void this.lane(item.command.room);
    }
  }

  discard(clientId: string): void {
    this.shelf.drop(clientId);
    this.tell({ gone: clientId });
    this.forget(clientId);
  }

  /** The connection is live: sends what waits. */
  flush(): void {
    new Set(this.items.value.map((item) => item.command.room)).forEach((room) => void this.lane(room));
  }

  /** The room's log is known up to `last`: what is sent and stands there needs no place of its own any more. */
  settle(room: string, last: number): void {
    const left = this.items.value.filter((item) => item.command.room !== room || !item.ack || item.ack.seq > last);
    if (left.length < this.items.value.length) {
      this.items.value = left;
    }
  }

  clear(): void {
    this.shelf.clear();
    this.items.value.forEach(({ clientId }) => this.tell({ gone: clientId }));
    this.items.value = [];
  }

  private async lane(room: string): Promise<void> {
    if (this.#busy.has(room)) {
      return;
    }
    this.#busy.add(room);
    try {
      await this.tabs.alone(room, () => this.carryAll(room));
    } finally {
      this.#busy.delete(room);
    }
  }

  private async carryAll(room: string): Promise<void> {
    for (let item = this.next(room); item; item = this.next(room)) {
      if (!(await this.carry(item))) {
        return;
      }
    }
  }

  private next(room: string): Item | undefined {
    return this.items.value.find((item) => item.command.room === room && item.state === "sending");
  }

  /** @returns false where the next connection must go on with it */
  private async carry(item: Item): Promise<boolean> {
    try {
      await this.answered(item, await this.ports.request(frameFor(item)));
      return true;
    } catch (error) {
      if (error instanceof NoReply && error.why !== "failure") {
        return false;
      }
      await this.pause();
      return true;
    }
  }

  /** Throws where the item is to be sent again after a while. */
  private async answered(item: Item, reply: Reply): Promise<void> {
    if (reply.status < 300) {
      this.acked(item, reply.body as Ack);
      return;
    }
    const problem = problemOf(reply.status, reply.body);
    if (problem.code === "sync-first") {
      await this.catchUp(item);
    } else if (reply.status === 429 || reply.status >= 500) {
      throw problem;
    } else {
      this.refused(item, reasonOf(problem));
    }
  }

  /** Safe with the same clientId: everything from the old `after` to the new one was looked through for it. */
  private async catchUp(item: Item): Promise<void> {
    const { ack, tail } = await this.ports.lookup(item);
    if (ack) {
      this.acked(item, ack);
    } else {
      this.change({ ...item, after: tail });
    }
  }

  private acked(item: Item, ack: Ack): void {
    this.#failures = 0;
    this.shelf.drop(item.clientId);
    const sent: Item = { ...item, state: "sent", ack };
    this.tell({ item: sent });
    this.replace(sent);
    this.ports.acked(item, ack, true);
  }

  /** Another tab tells: what it wrote may have to be sent from here, and what it sent need not be. */
  private told(news: News): void {
    if ("gone" in news) {
      this.forget(news.gone);
      return;
    }
    const { item } = news;
    const known = this.find(item.clientId);
    if (known?.state === "sent" || (!known && item.state === "sent")) {
      return;
    }
    if (known) {
      this.replace(item);
    } else {
      this.items.value = [...this.items.value, item].sort(byWritten);
    }
    if (item.ack) {
      this.ports.acked(item, item.ack, false);
    } else {
      void this.lane(item.command.room);
    }
  }

  private refused(item: Item, reason: string): void {
    if (item.command.action === "send") {
      this.change({ ...item, state: "failed", reason });
    } else {
      this.discard(item.clientId);
    }
    this.ports.refused(item, reason);
  }

  private find(clientId: string): Item | undefined {
    return this.items.value.find((item) => item.clientId === clientId);
  }

  private change(item: Item): void {
    if (this.find(item.clientId)) {
      this.keep(item);
      this.replace(item);
    }
  }

  private keep(item: Item): void {
    this.shelf.keep(item);
    this.tell({ item });
  }

  private tell(news: News): void {
    this.tabs.tell("outbox", news);
  }

  private forget(clientId: string): void {
    this.items.value = this.items.value.filter((item) => item.clientId !== clientId);
  }

  private replace(item: Item): void {
    this.items.value = this.items.value.map((other) => (other.clientId === item.clientId ? item : other));
  }

  private pause(): Promise<void> {
    const wait = 250 + backoff(BRIEF, this.#failures++, this.ports.random());
    return new Promise((resolve) => setTimeout(resolve, wait));
  }
}
