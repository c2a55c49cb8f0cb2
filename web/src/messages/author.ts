import type { Entry, MessageEntry } from "./entry.ts";

/** Whoever wrote a message, as they are shown. */
export interface Author {
  /** Undefined while it is not known. */
  readonly name: string | undefined;
  /** A person's; "none" for whoever is no person here. */
  readonly color: string;
}

/** True where an add-on wrote it in its own name: its sender is no person, who has a profile. */
export const isOfAddOn = ({ app, sender }: Entry): boolean => app !== undefined && sender === `app-${app}`;

/** Messages that one author wrote: an add-on speaks for many. */
export const sameAuthor = (one: MessageEntry, other: MessageEntry): boolean =>
  one.sender === other.sender && one.app === other.app && one.from === other.from;
