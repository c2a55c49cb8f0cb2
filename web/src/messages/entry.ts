interface Common {
  readonly room: string;
  /** The entry's position in the room's log: dense, from 1. */
  readonly seq: number;
  /** How many entries up to and with this one are messages. */
  readonly messages: number;
  readonly sender: string;
  readonly clientId: string;
  /** ISO 8601, UTC. */
  readonly time: string;
  /** The add-on through which it came, where it came through one. */
  readonly app?: string;
  /** The name to show where no person wrote it. */
  readonly from?: string;
  /** A JSON object for the add-on's part in the page, as text. */
  readonly data?: string;
}

export interface MessageEntry extends Common {
  readonly kind: "message";
  readonly text?: string;
  readonly edited?: { readonly seq: number; readonly time: string };
  readonly deleted?: { readonly seq: number; readonly time: string; readonly by: string };
  readonly reactions?: Readonly<Record<string, readonly string[]>>;
}

export interface EditEntry extends Common {
  readonly kind: "edit";
  readonly target: number;
  readonly text: string;
}

export interface DeletionEntry extends Common {
  readonly kind: "deletion";
  readonly target: number;
}

export interface ReactionEntry extends Common {
  readonly kind: "reaction";
  readonly target: number;
  readonly emoji: string;
  readonly on: boolean;
}

export interface MembershipEntry extends Common {
  readonly kind: "membership";
  readonly user: string;
  readonly change: "added" | "joined" | "left" | "removed" | "role";
  readonly role?: "member" | "owner";
}

/** An entry of a room's log. */
export type Entry = MessageEntry | EditEntry | DeletionEntry | ReactionEntry | MembershipEntry;

/** A place in a log: its last seq, and how many messages there are up to it. */
export interface Mark {
  readonly seq: number;
  readonly messages: number;
}

export const START: Mark = { seq: 0, messages: 0 };

/** The later one of two marks. */
export const later = (one: Mark, other: Mark): Mark => (other.seq > one.seq ? other : one);

/** Entries by their rooms, in their order. */
export function byRoom(entries: readonly Entry[]): ReadonlyMap<string, readonly Entry[]> {
  const rooms = new Map<string, Entry[]>();
  for (const entry of entries) {
    rooms.set(entry.room, [...(rooms.get(entry.room) ?? []), entry]);
  }
  return rooms;
}
