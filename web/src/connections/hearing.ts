import { problemOf } from "../platform/problem.ts";
import type { Action, Reply } from "./frames.ts";
import type { Link } from "./link.ts";

/** The socket's most, for one frame. */
const BATCH = 50;

/** Makes a connection hear rooms: subscribes to them, in frames of up to 50. */
export class Hearing {
  /** Rejects where a frame is refused or gets no reply; the connection is of no use then. */
  async greet(link: Link, rooms: Iterable<string>): Promise<void> {
    await this.more((action) => link.request(action), [...rooms]);
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
