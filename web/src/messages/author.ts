import type { Chat } from "../chat.ts";
import type { MessageEntry } from "./entry.ts";

/** Whoever wrote a message, as they are shown. */
export interface Author {
  /** Undefined while it is not known. */
  readonly name: string | undefined;
  /** A person's; "none" for whoever is no person here. */
  readonly color: string;
}

/** Who wrote a message. Asks for a person's profile where it is not known, and never for an add-on's: it has none. */
export function authorOf({ people, addOns }: Pick<Chat, "people" | "addOns">, message: MessageEntry): Author {
  const { app, from, sender } = message;
  if (app !== undefined && sender === `app-${app}`) {
    return { name: from ?? addOns.titleOf(app), color: "none" };
  }
  const profile = people.of(sender);
  return { name: profile?.name, color: profile?.color ?? "none" };
}

/** Messages that one author wrote: an add-on speaks for many. */
export const sameAuthor = (one: MessageEntry, other: MessageEntry): boolean =>
  one.sender === other.sender && one.app === other.app && one.from === other.from;
