import { signal } from "@preact/signals";
import { later, type Entry, type Mark } from "../messages/entry.ts";
import { append, trim, type Window } from "../messages/window.ts";
import { stateOf, type Room, type RoomState } from "./room.ts";

/** As many entries of a room are kept when nobody looks at its older ones. */
const KEPT = 200;

/** The reader's rooms: the one place that holds them, and the rules by which entries change them. */
export class Rooms {
  readonly states = signal<ReadonlyMap<string, RoomState>>(new Map());

  constructor(private readonly me: string) {}

  get(room: string): RoomState | undefined {
    return this.states.value.get(room);
  }

  /** Takes the service's list; what is known of the rooms' logs stays. Tells which came and which went. */
  replace(list: readonly Room[]): { added: readonly string[]; gone: readonly RoomState[] } {
    const before = this.states.value;
    const next = new Map<string, RoomState>();
    for (const room of list) {
      const known = before.get(room.room);
      next.set(room.room, known ? { ...known, room, read: later(known.read, room.read ?? known.read) } : stateOf(room));
    }
    this.states.value = next;
    return {
      added: [...next.keys()].filter((room) => !before.has(room)),
      gone: [...before.values()].filter((state) => !next.has(state.room.room)),
    };
  }

  put(room: Room): void {
    const known = this.get(room.room);
    this.set(room.room, known ? { ...known, room: { ...known.room, ...room } } : stateOf(room));
  }

  remove(room: string): void {
    const next = new Map(this.states.value);
    next.delete(room);
    this.states.value = next;
  }

  /**
   * Takes entries that follow each other, from wherever they came; those that are known change nothing.
   *
   * @returns the room's state then; its window may end before its tail, where entries between are missing
   */
  apply(room: string, entries: readonly Entry[]): RoomState | undefined {
    const state = this.get(room);
    const last = entries.at(-1);
    if (!state || !last) {
      return state;
    }
    const own = entries.findLast((entry) => entry.kind === "message" && entry.sender === this.me);
    return this.set(room, {
      ...state,
      tail: later(state.tail, markOf(last)),
      read: own ? later(state.read, markOf(own)) : state.read,
      activity: last.time > state.activity ? last.time : state.activity,
      ...(state.window ? { window: append(state.window, entries) } : {}),
    });
  }

  knowTail(room: string, tail: Mark): RoomState | undefined {
    const state = this.get(room);
    return state && this.set(room, { ...state, tail: later(state.tail, tail) });
  }

  markRead(room: string, read: Mark): void {
    const state = this.get(room);
    if (state && read.seq > state.read.seq) {
      this.set(room, { ...state, read });
    }
  }

  /** Sets the room's window; its tail is at least the window's end. */
  show(room: string, window: Window): void {
    const state = this.get(room);
    if (state) {
      const last = window.entries.at(-1);
      const activity = last && last.time > state.activity ? last.time : state.activity;
      this.set(room, { ...state, activity, window, tail: last ? later(state.tail, markOf(last)) : state.tail });
    }
  }

  /** Forgets what stands far back, when nobody looks at it. */
  trim(room: string): void {
    const state = this.get(room);
    if (state?.window && state.window.entries.length > KEPT) {
      this.set(room, { ...state, window: trim(state.window, KEPT) });
    }
  }

  private set(room: string, state: RoomState): RoomState {
    this.states.value = new Map(this.states.value).set(room, state);
    return state;
  }
}

export const markOf = (entry: Entry): Mark => ({ seq: entry.seq, messages: entry.messages });
