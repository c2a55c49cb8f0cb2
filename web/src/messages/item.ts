import type { Action } from "../connections/frames.ts";
import type { Entry } from "./entry.ts";

/** What a person wants done in a room's log. */
export type Command =
  | { readonly action: "send"; readonly room: string; readonly text: string }
  | { readonly action: "edit"; readonly room: string; readonly seq: number; readonly text: string }
  | { readonly action: "delete"; readonly room: string; readonly seq: number }
  | {
      readonly action: "react";
      readonly room: string;
      readonly seq: number;
      readonly emoji: string;
      readonly on: boolean;
    };

/** The service's answer to a command: where it stands in the log. */
export interface Ack {
  readonly seq: number;
  readonly messages: number;
  readonly time: string;
}

/**
 * A command on its way.
 *
 * ```
 * sending ──ack──► sent (until the window holds it)
 *    ▲ └──refused──► failed ──discard──►
 *    └────retry────────┘
 * ```
 */
export interface Item {
  /** Chosen when it was written, as `after` is, and the same over every retry. */
  readonly clientId: string;
  /** The highest seq of the room that was known then. */
  readonly after: number;
  /** When it was written, ISO 8601. */
  readonly written: string;
  readonly command: Command;
  readonly state: "sending" | "sent" | "failed";
  readonly reason?: string;
  readonly ack?: Ack;
}

/** In the order in which they were written. */
export const byWritten = (one: Item, other: Item): number => one.written.localeCompare(other.written);

/** The frame that carries an item. */
export const frameFor = ({ command, clientId, after }: Item): Action => ({ ...command, clientId, after });

/** The log's entry that an acknowledged item became: the service does not send it to the one who wrote it. */
export function entryOf({ command, clientId }: Item, sender: string, ack: Ack): Entry {
  const common = { ...ack, room: command.room, sender, clientId };
  switch (command.action) {
    case "send":
      return { ...common, kind: "message", text: command.text };
    case "edit":
      return { ...common, kind: "edit", target: command.seq, text: command.text };
    case "delete":
      return { ...common, kind: "deletion", target: command.seq };
    case "react":
      return { ...common, kind: "reaction", target: command.seq, emoji: command.emoji, on: command.on };
  }
}
