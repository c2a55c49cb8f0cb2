import { problemOf } from "../platform/problem.ts";
import type { Action, Reply } from "./frames.ts";
import type { Link } from "./link.ts";

/** The socket's most, for one frame. */
const BATCH = 50;

/** Makes a connection hear rooms: subscribes to them, in frames of up to 50. */
export class Hearing {
  #greeted: ReadonlySet<string> = new Set();

  /** Rejects where a frame is refused or gets no reply; the connection is of no use then. */
  async greet(link: Link, rooms: Iterable<string>): Promise<void> {
    const all = new Set(rooms);
    await this.more((action) => link.request(action), [...all]);
    this.#greeted = all;
  }

  /** Those of the rooms that came while the last link was greeted, which does not hear them. */
  missed(rooms: Iterable<string>): readonly string[] {
    return [...rooms].filter((room) => !this.#greeted.has(room));
  }

  async more(request: (action: Action) => Promise<Reply>, rooms: readonly string[]): Promise<void> {
    const batches = Array.from({ length: Math.ceil(rooms.length / BATCH) }, (_, index) =>
      rooms.slice(index * BATCH, (index + 1) * BATCH),
    );
    const replies = await Promise.all(batches.map((batch) => request({ action: "subscribe", rooms: batch })));
    const refusal = replies.find((reply) => reply.status >= 300);
    if (refusal) {
      throw problemOf(refusal.status, refusal.body);
    }
  }
}
