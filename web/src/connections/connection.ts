import { signal } from "@preact/signals";
import { backoff, BRIEF, SOON, SPREAD, type Pace } from "./backoff.ts";
import type { Action, Frame, Reply, Told } from "./frames.ts";
import { Link, NoReply, PING_WITHIN } from "./link.ts";

/** What a connection needs of the world, and whom it tells. */
export interface Ports {
  /** The address to open, with a new ticket. */
  address(): Promise<string>;
  open(address: string): WebSocket;
  /** Makes a new link hear its rooms, before it counts as live. */
  greet(link: Link): Promise<void>;
  live(): void;
  frame(frame: Frame): void;
  random(): number;
}

export type Status = "connecting" | "live" | "waiting" | "stopped";

/** A link that lived this long, in ms, ends a row of failures; longer than an answer may take. */
const STABLE = 15_000;

/** API Gateway closes every socket after 2 hours; a link is renewed after 100 to 115 minutes. */
const RENEW_FROM = 100 * 60_000;
const RENEW_SPREAD = 15 * 60_000;

/** Everybody in a room hears the same frame; this much less than {@link PING_WITHIN}, in ms, keeps their pings apart. */
const PING_SPREAD = 60_000;

/** The code with which the service closes this very socket, such as after a sign-out everywhere: RFC 6455's normal closure. */
const CLOSED_ALONE = 1_000;

/**
 * Keeps one link alive.
 *
 * ```
 * stopped ──start──► connecting ──greeted──► live ──closed──► waiting ──backoff──► connecting
 *                        └──────────failed──────────────────────▲
 * ```
 * A link may be lost by thousands at once, and nobody can tell: so the next attempt is spread wide, unless somebody is at
 * the page (docs/decisions/0013). A live link is renewed by a second one, which takes over once it hears the same rooms;
 * the status stays live.
 */
export class Connection {
  readonly status = signal<Status>("stopped");
  #link: Link | undefined;
  #failures = 0;
  #pace: Pace = BRIEF;
  #timers: ReturnType<typeof setTimeout>[] = [];
  #round = 0;

  constructor(private readonly ports: Ports) {}

  start(): void {
    if (this.status.value === "stopped") {
      void this.connect();
    }
  }

  stop(): void {
    this.#round++;
    this.status.value = "stopped";
    this.clear();
    const link = this.#link;
    this.#link = undefined;
    link?.close();
  }

  /**
   * The network or the reader is back: earlier failures count no more, and a live link is asked whether it is one.
   *
   * @param attended whether somebody is at the page
   */
  wake(attended: boolean): void {
    this.#failures = 0;
    if (this.status.value === "waiting") {
      this.#pace = attended ? SOON : SPREAD;
      this.retry();
    } else {
      this.doubt(attended);
    }
  }

  /** Somebody uses the page: does not wait long for the next attempt, and asks a link that was quiet. */
  attend(): void {
    if (this.status.value === "live") {
      if (this.#link?.quiet) {
        this.doubt(true);
      }
    } else if (this.#pace === SPREAD) {
      this.#pace = SOON;
      if (this.status.value === "waiting") {
        this.#failures--;
        this.retry();
      }
    }
  }

  /** A live link may be none: it is asked. */
  doubt(attended: boolean): void {
    if (this.#link) {
      this.#pace = attended ? SOON : SPREAD;
      this.#timers.push(setTimeout(() => this.settle(), STABLE));
      this.#link.check();
    }
  }

  /** Gives up a link that does not hear what it should; the next one begins anew. */
  drop(): void {
    this.#pace = SOON;
    this.#link?.close();
  }

  /** Sends a frame over the live link; rejects with {@link NoReply}. A link that stays silent is given up. */
  async request(action: Action): Promise<Reply> {
    const link = this.#link;
    if (!link) {
      throw new NoReply("closed");
    }
    try {
      return await link.request(action);
    } catch (error) {
      if (error instanceof NoReply && error.why === "silent") {
        this.#pace = SOON;
        link.close();
      }
      throw error;
    }
  }

  /** Says what passes: nobody is told where there is no live link, and nobody waits for a reply. */
  tell(told: Told): void {
    this.#link?.tell(told);
  }

  private async connect(): Promise<void> {
    const round = ++this.#round;
    this.status.value = "connecting";
    try {
      const link = await this.greeted();
      if (round !== this.#round) {
        link.close();
        return;
      }
      this.use(link);
      this.status.value = "live";
      this.#timers.push(setTimeout(() => this.settle(), STABLE));
      this.ports.live();
    } catch {
      if (round === this.#round) {
        this.retry();
      }
    }
  }

  private async greeted(): Promise<Link> {
    const address = await this.ports.address();
    const pingAfter = PING_WITHIN - this.ports.random() * PING_SPREAD;
    const link = await Link.open(() => this.ports.open(address), pingAfter);
    link.onFrame = (frame) => this.ports.frame(frame);
    try {
      await this.ports.greet(link);
      if (link.closed) {
        throw new NoReply("closed");
      }
      return link;
    } catch (error) {
      link.close();
      throw error;
    }
  }

  private use(link: Link): void {
    const before = this.#link;
    this.#link = link;
    link.onClose = (code) => this.lost(link, code);
    void before?.drain();
    const wait = RENEW_FROM + this.ports.random() * RENEW_SPREAD;
    this.#timers.push(setTimeout(() => void this.renew(), wait));
  }

  /** Opens the next link while this one still serves; where that fails, this one's end is met like any other. */
  private async renew(): Promise<void> {
    const round = this.#round;
    try {
      const link = await this.greeted();
      if (round !== this.#round || this.status.value !== "live") {
        link.close();
        return;
      }
      this.use(link);
      this.ports.live();
    } catch {
      if (round === this.#round) {
        this.#timers.push(setTimeout(() => void this.renew(), backoff(SPREAD, 1, this.ports.random())));
      }
    }
  }

  private lost(link: Link, code: number): void {
    if (link === this.#link) {
      this.#link = undefined;
      this.#pace = code === CLOSED_ALONE ? SOON : this.#pace;
      this.retry();
    }
  }

  private settle(): void {
    this.#failures = 0;
    this.#pace = SPREAD;
  }

  private retry(): void {
    this.clear();
    this.#round++;
    this.status.value = "waiting";
    const wait = backoff(this.#pace, this.#failures++, this.ports.random());
    this.#timers.push(setTimeout(() => void this.connect(), wait));
  }

  private clear(): void {
    this.#timers.forEach(clearTimeout);
    this.#timers = [];
  }
}
