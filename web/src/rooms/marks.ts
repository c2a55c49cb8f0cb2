import { segment, type Api } from "../platform/api.ts";
import type { Mark } from "../messages/entry.ts";
import type { Tabs } from "../platform/tabs.ts";
import type { Rooms } from "./rooms.ts";

/** Reading on moves the mark often; the service is told after this pause, in ms. */
const PAUSE = 400;

/** How far the reader has read: at once here and in their other tabs, and soon at the service. */
export class ReadMarks {
  #unsaved = new Set<string>();
  #timer: ReturnType<typeof setTimeout> | undefined;

  constructor(
    private readonly api: Api,
    private readonly rooms: Rooms,
    private readonly tabs: Tabs,
  ) {
    tabs.on("read", ({ room, read }: { room: string; read: Mark }) => rooms.markRead(room, read));
  }

  /** The reader sees the room's end. */
  reached(room: string): void {
    const state = this.rooms.get(room);
    if (state && state.tail.seq > state.read.seq) {
      this.rooms.markRead(room, state.tail);
      this.tabs.tell("read", { room, read: state.tail });
      this.save(room);
    }
  }

  /** Tells the service the room's mark, after a pause. */
  save(room: string): void {
    this.#unsaved.add(room);
    this.#timer ??= setTimeout(() => this.flush(), PAUSE);
  }

  /** Tells the service what it was not told; what fails is told again when the connection is back. */
  flush(): void {
    clearTimeout(this.#timer);
    this.#timer = undefined;
    for (const room of this.#unsaved) {
      void this.tell(room);
    }
  }

  private async tell(room: string): Promise<void> {
    const read = this.rooms.get(room)?.read;
    this.#unsaved.delete(room);
    if (read && read.seq > 0) {
      try {
        await this.api.put(`/rooms/${segment(room)}/read`, read);
      } catch {
        this.#unsaved.add(room);
      }
    }
  }
}
