import { Connection } from "../../src/connections/connection.ts";
import type { SimulatedClock } from "./clock.ts";

/** A service that many clients connect to, in simulated time: it only counts, and is what a test makes of it. */
export class Gateway {
  /** When tickets were asked for, and when sockets were. */
  readonly tickets: number[] = [];
  readonly sockets: number[] = [];
  readonly open = new Set<CrowdSocket>();
  /** What becomes of a request that arrives now. */
  tickets200: () => boolean = () => true;
  accepts: () => boolean = () => true;
  /** While true, nothing that is sent arrives, and nothing is answered. */
  hanging = false;

  constructor(
    readonly clock: SimulatedClock,
    readonly random: () => number,
  ) {}

  /** A way there, in ms: 20 to 120. */
  way(): number {
    return 20 + this.random() * 100;
  }

  async ticket(): Promise<string> {
    this.tickets.push(this.clock.now);
    await this.clock.pause(this.hanging ? 30_000 : this.way());
    if (this.hanging || !this.tickets200()) {
      throw new TypeError("refused");
    }
    return "/ws";
  }

  /** Ends every socket, as a network does that goes away. */
  cut(): void {
    [...this.open].forEach((socket) => socket.end(1_006));
  }
}

class CrowdSocket {
  onopen: (() => void) | null = null;
  onmessage: ((event: { data: string }) => void) | null = null;
  onclose: ((event: { code: number }) => void) | null = null;
  #ended = false;

  constructor(private readonly gateway: Gateway) {
    gateway.sockets.push(gateway.clock.now);
    gateway.clock.setTimeout(() => this.arrived(), gateway.way());
  }

  private arrived(): void {
    if (this.#ended || this.gateway.hanging) {
      return;
    }
    if (this.gateway.accepts()) {
      this.gateway.open.add(this);
      this.onopen?.();
    } else {
      this.end(1_006);
    }
  }

  /** The client only ever pings. */
  send(): void {
    this.gateway.clock.setTimeout(() => {
      if (!this.#ended && !this.gateway.hanging) {
        this.onmessage?.({ data: '{"type":"pong"}' });
      }
    }, this.gateway.way());
  }

  close(): void {
    this.#ended = true;
    this.gateway.open.delete(this);
  }

  end(code: number): void {
    if (!this.#ended) {
      this.close();
      this.onclose?.({ code });
    }
  }
}

/** Clients of the service, each with the client's own connection. */
export function crowd(gateway: Gateway, size: number): readonly Connection[] {
  return Array.from(
    { length: size },
    () =>
      new Connection({
        address: () => gateway.ticket(),
        open: () => new CrowdSocket(gateway) as unknown as WebSocket,
        greet: () => gateway.clock.pause(gateway.way()),
        live: () => {},
        frame: () => {},
        random: gateway.random,
      }),
  );
}

/** The most of these moments, in order and in ms, that lie within any one second. */
export function peak(moments: readonly number[]): number {
  let most = 0;
  for (let first = 0, last = 0; last < moments.length; last++) {
    while (moments[last]! - moments[first]! >= 1_000) {
      first++;
    }
    most = Math.max(most, last - first + 1);
  }
  return most;
}
