import { START, type Mark } from "../messages/entry.ts";
import type { Window } from "../messages/window.ts";

export type Role = "member" | "owner";

/** A room as the API tells it; `role` and `read` are the reader's own. */
export interface Room {
  readonly room: string;
  readonly kind: "room" | "direct";
  readonly name: string;
  readonly topic: string;
  readonly visibility: "public" | "private";
  readonly role?: Role;
  readonly read?: Mark;
  readonly people?: readonly string[];
}

export interface Member {
  readonly user: string;
  readonly role: Role;
}

/** A room of the reader's, and what is known of its log. */
export interface RoomState {
  readonly room: Room;
  /** The log's end, as far as it is known. */
  readonly tail: Mark;
  readonly read: Mark;
  /** When something last happened, ISO 8601; empty where that is not known. */
  readonly activity: string;
  /** The part of the log that is at hand; undefined until the room is opened. */
  readonly window?: Window;
}

/** How many messages the reader has not read. */
export const unreadOf = (state: RoomState): number => Math.max(0, state.tail.messages - state.read.messages);

/** A room that has just become known. */
export const stateOf = (room: Room): RoomState => ({
  room,
  tail: START,
  read: room.read ?? START,
  activity: "",
});

/** The latest first; those without anything at the end, by name. */
export function byActivity(one: RoomState, other: RoomState): number {
  return other.activity.localeCompare(one.activity) || one.room.name.localeCompare(other.room.name);
}
