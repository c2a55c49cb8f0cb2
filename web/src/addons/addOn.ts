import type { ComponentChild } from "preact";
import type { Chat } from "../chat.ts";
import type { Said } from "../connections/frames.ts";
import type { Entry, MessageEntry } from "../messages/entry.ts";
import type { Room } from "../rooms/room.ts";

/** An add-on's part in the page. */
export interface AddOn {
  /** As an instance's file has it. */
  readonly name: string;
  /** As people call it, where that is not its name with a capital letter. */
  readonly title?: string;
  start(chat: Chat): Working;
}

/** An add-on at work in one person's chat; what it has nothing to do with, it leaves out. */
export interface Working {
  /** A frame came that the chat itself does not know. */
  frame?(said: Said): void;
  /** Entries of a room were applied. */
  entries?(room: string, entries: readonly Entry[]): void;
  /** The reader changed what they write in a room. */
  wrote?(room: string, text: string): void;
  /**
   * The reader sends what they wrote. Where that is a command of this add-on's, it is no message: it gives whether all
   * is done and the box may be empty again.
   */
  carryOut?(room: string, text: string): Promise<boolean> | undefined;
  /** What is shown under a room's messages. */
  underMessages?(room: string): ComponentChild;
  /** What is shown with a message, under its text. */
  withMessage?(message: MessageEntry): ComponentChild;
  /** A section of a room's details. */
  inDetails?(room: Room): ComponentChild;
  /** A section of one's own profile. */
  inProfile?(): ComponentChild;
  stop?(): void;
}

/** The add-ons that an instance has, together. */
export class AddOns {
  readonly #working: readonly Working[];
  readonly #titles: ReadonlyMap<string, string>;

  constructor(addOns: readonly AddOn[], chat: Chat) {
    this.#titles = new Map(addOns.flatMap(({ name, title }) => (title === undefined ? [] : [[name, title]])));
    this.#working = addOns.map((addOn) => addOn.start(chat));
  }

  frame(said: Said): void {
    this.#working.forEach((one) => one.frame?.(said));
  }

  entries(room: string, entries: readonly Entry[]): void {
    this.#working.forEach((one) => one.entries?.(room, entries));
  }

  wrote(room: string, text: string): void {
    this.#working.forEach((one) => one.wrote?.(room, text));
  }

  /** Whether an add-on carries out what is sent; undefined where it is a message. */
  carryOut(room: string, text: string): Promise<boolean> | undefined {
    for (const one of this.#working) {
      const carriedOut = one.carryOut?.(room, text);
      if (carriedOut) {
        return carriedOut;
      }
    }
    return undefined;
  }

  underMessages(room: string): ComponentChild[] {
    return this.#working.map((one) => one.underMessages?.(room));
  }

  withMessage(message: MessageEntry): ComponentChild[] {
    return this.#working.map((one) => one.withMessage?.(message));
  }

  inDetails(room: Room): ComponentChild[] {
    return this.#working.map((one) => one.inDetails?.(room));
  }

  inProfile(): ComponentChild[] {
    return this.#working.map((one) => one.inProfile?.());
  }

  /** What people call an add-on, also one that this page has no part of or that is switched off by now. */
  titleOf(name: string): string {
    return this.#titles.get(name) ?? name.slice(0, 1).toUpperCase() + name.slice(1);
  }

  stop(): void {
    this.#working.forEach((one) => one.stop?.());
  }
}
