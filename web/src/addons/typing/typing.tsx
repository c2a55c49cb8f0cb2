import { signal } from "@preact/signals";
import type { Chat } from "../../chat.ts";
import type { Said } from "../../connections/frames.ts";
import type { Entry } from "../../messages/entry.ts";
import type { AddOn, Working } from "../addOn.ts";
import { TypingLine } from "./TypingLine.tsx";

/** The service shows the same person once in this time, in ms. */
const EVERY = 2_000;

/** For how long somebody is seen to type after they were shown, in ms. */
const SHOWN = 3_000;

/** Tells when the reader types, and knows who else does: by room, whoever began first. */
export class Typing implements Working {
  readonly typists = signal<ReadonlyMap<string, readonly string[]>>(new Map());
  #told = new Map<string, number>();
  #timers = new Map<string, ReturnType<typeof setTimeout>>();

  constructor(private readonly chat: Chat) {}

  wrote(room: string, text: string): void {
    const now = this.chat.world.now().getTime();
    if (text.trim() !== "" && now - (this.#told.get(room) ?? -Infinity) >= EVERY) {
      this.#told.set(room, now);
      this.chat.connection.tell({ action: "typing", room });
    }
  }

  frame(said: Said): void {
    const { type, room, user } = said;
    if (type === "typing" && typeof room === "string" && typeof user === "string" && user !== this.chat.me.value!.user) {
      const key = `${room} ${user}`;
      clearTimeout(this.#timers.get(key));
      this.#timers.set(key, setTimeout(() => this.ended(room, user), SHOWN));
      this.chat.people.of(user); // Asks for a name that is not known yet.
      if (!this.in(room).includes(user)) {
        this.set(room, [...this.in(room), user]);
      }
    }
  }

  /** Who has sent what they wrote, or is gone, does not type any more. */
  entries(room: string, entries: readonly Entry[]): void {
    for (const entry of entries) {
      if (entry.kind === "message" || entry.kind === "membership") {
        this.ended(room, entry.kind === "message" ? entry.sender : entry.user);
      }
    }
  }

  underMessages(room: string) {
    return <TypingLine names={this.in(room).flatMap((user) => this.chat.people.of(user)?.name ?? [])} />;
  }

  stop(): void {
    this.#timers.forEach(clearTimeout);
    this.#timers.clear();
    this.typists.value = new Map();
  }

  private in(room: string): readonly string[] {
    return this.typists.value.get(room) ?? [];
  }

  private ended(room: string, user: string): void {
    const key = `${room} ${user}`;
    if (this.#timers.has(key)) {
      clearTimeout(this.#timers.get(key));
      this.#timers.delete(key);
      this.set(room, this.in(room).filter((one) => one !== user));
    }
  }

  private set(room: string, users: readonly string[]): void {
    this.typists.value = new Map(this.typists.value).set(room, users);
  }
}

/** Who is typing. */
export const typing: AddOn = { name: "typing", start: (chat) => new Typing(chat) };
