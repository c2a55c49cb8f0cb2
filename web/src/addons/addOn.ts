import type { ComponentChild } from "preact";
import type { Chat } from "../chat.ts";
import type { Said } from "../connections/frames.ts";
import type { Entry } from "../messages/entry.ts";

/** An add-on's part in the page. */
export interface AddOn {
  /** As an instance's file has it. */
  readonly name: string;
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
  /** What is shown under a room's messages. */
  underMessages?(room: string): ComponentChild;
  /** What is shown in a room's details. */
  roomDetails?(room: string, owner: boolean): ComponentChild;
  stop?(): void;
}

/** The add-ons that an instance has, together. */
export class AddOns {
  readonly #working: readonly Working[];

  constructor(addOns: readonly AddOn[], chat: Chat) {
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

  underMessages(room: string): ComponentChild[] {
    return this.#working.map((one) => one.underMessages?.(room));
  }

  roomDetails(room: string, owner: boolean): ComponentChild[] {
    return this.#working.map((one) => one.roomDetails?.(room, owner));
  }

  stop(): void {
    this.#working.forEach((one) => one.stop?.());
  }
}
