import { computed, signal } from "@preact/signals";
import { AddOns, type AddOn } from "./addons/addOn.ts";
import { Connection } from "./connections/connection.ts";
import type { Frame } from "./connections/frames.ts";
import { Hearing } from "./connections/hearing.ts";
import { People } from "./identity/people.ts";
import type { Profile } from "./identity/profile.ts";
import { Announcements } from "./messages/announcements.ts";
import { byRoom, type Entry } from "./messages/entry.ts";
import { History } from "./messages/history.ts";
import { entryOf, type Ack, type Command, type Item } from "./messages/item.ts";
import { lookup } from "./messages/lookup.ts";
import { Outbox } from "./messages/outbox.ts";
import { Shelf } from "./messages/shelf.ts";
import { Sync } from "./messages/sync.ts";
import { afresh } from "./platform/afresh.ts";
import type { Api } from "./platform/api.ts";
import type { Notices } from "./platform/notices.ts";
import { go, route } from "./platform/route.ts";
import type { Tabs } from "./platform/tabs.ts";
import { Directory } from "./rooms/directory.ts";
import { ReadMarks } from "./rooms/marks.ts";
import { unreadOf, type Room, type RoomState } from "./rooms/room.ts";
import { Rooms } from "./rooms/rooms.ts";

/** What a chat needs of the world. */
export interface World {
  readonly storage: Storage;
  /** Opens the socket at a path of this site, such as `/ws?ticket=…`. */
  open(path: string): WebSocket;
  /** This tab among all of a person's. */
  tabs(user: string): Tabs;
  newId(): string;
  now(): Date;
  random(): number;
  /** What the instance has beyond the chat itself. */
  readonly addOns: readonly AddOn[];
}

/** Everything of a person who is signed in: the state, and the few things that happen to it. */
export class Chat {
  readonly me: ReturnType<typeof signal<Profile>>;
  readonly rooms: Rooms;
  readonly people: People;
  readonly outbox: Outbox;
  readonly history: History;
  readonly directory: Directory;
  readonly marks: ReadMarks;
  readonly connection: Connection;
  readonly addOns: AddOns;
  /** False until the rooms are known. */
  readonly ready = signal(false);
  readonly unread = computed(() => [...this.rooms.states.value.values()].reduce((sum, state) => sum + unreadOf(state), 0));
  readonly #sync: Sync;
  readonly #hearing: Hearing;
  readonly #tabs: Tabs;
  readonly #announcements: Announcements;
  #listing: Promise<void> | undefined;

  constructor(
    readonly api: Api,
    readonly notices: Notices,
    readonly world: World,
    me: { user: string; name: string },
  ) {
    this.me = signal<Profile>({ ...me, color: "teal" });
    this.rooms = new Rooms(me.user);
    this.people = new People(api);
    this.people.learn([this.me.value!]);
    this.#sync = new Sync(api, this.rooms, (room, entries) => this.took(room, entries), world.random);
    this.history = new History(api, this.rooms, this.#sync);
    this.#tabs = world.tabs(me.user);
    this.marks = new ReadMarks(api, this.rooms, this.#tabs);
    this.directory = new Directory(api);
    this.#announcements = new Announcements(this);
    this.#hearing = new Hearing();
    this.outbox = new Outbox(
      {
        request: (action) => this.connection.request(action),
        lookup: (item) => lookup(api, item, me.user),
        acked: (item, ack, here) => this.acked(item, ack, here),
        refused: (item, reason) => this.#announcements.refused(item, reason),
        newId: () => world.newId(),
        now: () => world.now(),
        random: () => world.random(),
      },
      new Shelf(world.storage, me.user),
      this.#tabs,
    );
    this.connection = new Connection({
      address: () => this.address(),
      open: (path) => world.open(path),
      greet: async (link) => {
        await this.#listing?.catch(() => {});
        await this.#hearing.greet(link, this.rooms.states.value.keys());
      },
      live: () => this.live(),
      frame: (frame) => this.received(frame),
      random: () => world.random(),
    });
    this.addOns = new AddOns(world.addOns, this);
  }

  /** Reads who this is, and connects. */
  start(): void {
    void this.notices.attempt(async () => this.knowMe(await this.api.get<Profile>("/profile")));
    this.connection.start();
  }

  stop(): void {
    this.connection.stop();
    this.addOns.stop();
    this.#tabs.close();
  }

  knowMe(profile: Profile): void {
    this.me.value = profile;
    this.people.learn([profile]);
  }

  /** Has a command carried out, as soon as there is a connection. */
  command(command: Command): void {
    this.outbox.add(command, this.rooms.get(command.room)?.tail.seq ?? 0);
  }

  /** A room's own name, or the other person's in a direct one. */
  titleOf(room: Room): string {
    return room.kind === "direct" ? this.people.nameOf(this.otherIn(room)) : room.name;
  }

  otherIn(room: Room): string {
    return room.people?.find((user) => user !== this.me.value!.user) ?? this.me.value!.user;
  }

  /** The reader has become a member of a room: hears it, and goes there. */
  enter(room: Room): void {
    this.rooms.put(room);
    void this.hear([room.room]);
    go(room.room);
  }

  /** The reader has left a room. */
  exit(room: string): void {
    this.rooms.remove(room);
    if (route.value.room === room) {
      go("");
    }
  }

  /** Reads the list of rooms anew, hears new ones, and leaves those that are gone. */
  readonly refreshRooms = afresh(() => (this.#listing = this.list()));

  /** The reader is back after a while: rooms and names may have changed. */
  refresh(): void {
    void this.notices.attempt(() => this.refreshRooms());
    this.people.refresh();
  }

  private async list(): Promise<void> {
    const { added, gone } = this.rooms.replace(await this.directory.mine());
    const first = !this.ready.value;
    this.ready.value = true;
    gone.forEach((state) => this.vanished(state));
    if (!first) {
      void this.hear(added);
    }
  }

  private vanished(state: RoomState): void {
    this.notices.tell(`You are no longer a member of ${this.titleOf(state.room)}.`);
    if (route.value.room === state.room.room) {
      go("");
    }
  }

  /** What is said before the connection hears the rooms is not sent to it: so they are synced once it does. */
  private async hear(rooms: readonly string[]): Promise<void> {
    this.#sync.request(rooms);
    if (rooms.length > 0 && this.connection.status.value === "live") {
      try {
        await this.#hearing.more((action) => this.connection.request(action), rooms);
        this.#sync.request(rooms);
      } catch {
        this.connection.drop();
      }
    }
  }

  /** The list of rooms is read while the ticket comes and the socket opens. */
  private async address(): Promise<string> {
    const listing = this.refreshRooms();
    listing.catch(() => {});
    const { ticket } = await this.api.post<{ ticket: string }>("/tickets");
    await listing;
    return `/ws?ticket=${encodeURIComponent(ticket)}`;
  }

  private live(): void {
    void this.hear(this.#hearing.missed(this.rooms.states.value.keys()));
    this.#sync.request(this.rooms.states.value.keys());
    this.outbox.flush();
    this.marks.flush();
  }

  private received(frame: Frame): void {
    if (frame.type === "addOn") {
      this.addOns.frame(frame.said);
    }
    if (frame.type !== "entries") {
      return;
    }
    for (const [room, entries] of byRoom(frame.entries)) {
      const state = this.rooms.apply(room, entries);
      if (!state) {
        void this.notices.attempt(() => this.refreshRooms());
        continue;
      }
      this.took(room, entries);
      if (entries.some((entry) => entry.kind === "membership" && entry.user === this.me.value!.user)) {
        void this.hear([room]); // A room that is given again is not heard any more, though it may be shown still.
      }
      this.#announcements.arrived(entries, { title: this.titleOf(state.room), open: route.value.room === room });
      if (state.window && state.window.last < state.tail.seq) {
        this.#sync.request([room]);
      }
    }
  }

  /** Entries were applied, from wherever they came. */
  private took(room: string, entries: readonly Entry[]): void {
    this.outbox.settle(room, this.rooms.get(room)?.window?.last ?? Infinity);
    this.addOns.entries(room, entries);
    if (entries.some((entry) => entry.kind === "membership" && entry.user === this.me.value!.user)) {
      void this.notices.attempt(() => this.refreshRooms());
    }
  }

  /** @param here whether it was this tab that sent it */
  private acked(item: Item, ack: Ack, here: boolean): void {
    const entry = entryOf(item, this.me.value!.user, ack);
    const state = this.rooms.apply(entry.room, [entry]);
    this.took(entry.room, [entry]);
    if (here && entry.kind === "message") {
      this.marks.save(entry.room);
    }
    if (state?.window && state.window.last < state.tail.seq) {
      this.#sync.request([entry.room]);
    }
  }
}
