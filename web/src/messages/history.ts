import type { Api } from "../platform/api.ts";
import type { Rooms } from "../rooms/rooms.ts";
import type { Page, Sync } from "./sync.ts";
import { prepend, windowOf } from "./window.ts";

const PAGE = 50;

/** Reads pages of rooms' logs: the latest one when a room is opened, older ones when its reader scrolls up. */
export class History {
  #reading = new Set<string>();

  constructor(
    private readonly api: Api,
    private readonly rooms: Rooms,
    private readonly sync: Sync,
  ) {}

  /** Makes sure that a room has a window; throws where its log cannot be read. */
  async open(room: string): Promise<void> {
    await this.once(room, async () => {
      if (this.rooms.get(room)?.window) {
        return;
      }
      const page = await this.api.get<Page>(`/rooms/${room}/messages?limit=${PAGE}`);
      this.rooms.show(room, windowOf(page.entries));
      this.sync.request([room]);
    });
  }

  /** Reads the page before the window; nothing where it begins at the log's first entry, or is being read. */
  async older(room: string): Promise<void> {
    await this.once(room, async () => {
      const window = this.rooms.get(room)?.window;
      if (!window || window.first <= 1) {
        return;
      }
      const page = await this.api.get<Page>(`/rooms/${room}/messages?before=${window.first}&limit=${PAGE}`);
      const now = this.rooms.get(room)?.window;
      if (now) {
        this.rooms.show(room, prepend(now, page.entries));
      }
    });
  }

  private async once(room: string, work: () => Promise<void>): Promise<void> {
    if (this.#reading.has(room)) {
      return;
    }
    this.#reading.add(room);
    try {
      await work();
    } finally {
      this.#reading.delete(room);
    }
  }
}
