import { signal } from "@preact/signals";
import type { Chat } from "../../chat.ts";
import type { Said } from "../../connections/frames.ts";
import type { Entry } from "../../messages/entry.ts";
import type { AddOn, Working } from "../addOn.ts";
import { TypingLine } from "./TypingLine.tsx";

/** The service shows the same person once in 2 s as it sees them come; a little more, in ms, so that none comes too early. */
const EVERY = 2_400;

/** For how long somebody is seen to type after they were shown, in ms. */
const SHOWN = 3_000;

/** Both travel by ways of their own: within this time, in ms, a message may overtake that it was being typed. */
const OVERTAKEN = 1_000;

/** Tells when the reader types, and knows who else does: by room, whoever began first. */
export class Typing implements Working {
  readonly typists = signal<ReadonlyMap<string, readonly string[]>>(new Map());
  #told = new Map<string, number>();
  #waiting = new Map<string, ReturnType<typeof setTimeout>>();
  #sent = new Map<string, number>();
  #timers = new Map<string, ReturnType<typeof setTimeout>>();

  constructor(private readonly chat: Chat) {}

  /** What comes too early to be told is told when it is time, unless the box is empty then. */
  wrote(room: string, text: string): void {
    clearTimeout(this.#waiting.get(room));
    if (text.trim() !== "") {
      const wait = (this.#told.get(room) ?? -Infinity) + EVERY - this.now();
      if (wait <= 0) {
        this.tell(room);
      } else {
        this.#waiting.set(room, setTimeout(() => this.tell(room), wait));
      }
    }
  }

  frame(said: Said): void {
    const { type, room, user } = said;
    if (type !== "typing" || typeof room !== "string" || typeof user !== "string" || user === this.chat.me.value!.user) {
      return;
    }
    const key = `${room} ${user}`;
    if (this.now() - (this.#sent.get(key) ?? -Infinity) < OVERTAKEN) {
      return;
    }
    clearTimeout(this.#timers.get(key));
    this.#timers.set(key, setTimeout(() => this.ended(room, user), SHOWN));
    this.chat.people.of(user); // Asks for a name that is not known yet.
    if (!this.in(room).includes(user)) {
      this.set(room, [...this.in(room), user]);
    }
  }

  /** Who has sent what they wrote, or is gone, does not type any more. */
  entries(room: string, entries: readonly Entry[]): void {
    for (const entry of entries) {
      if (entry.kind === "message") {
        this.#sent.set(`${room} ${entry.sender}`, this.now());
        this.ended(room, entry.sender);
      } else if (entry.kind === "membership") {
        this.ended(room, entry.user);
      }
    }
  }

  underMessages(room: string) {
    return <TypingLine typing={this} room={room} />;
  }

  /** The names of those who type in a room; undefined for one who is not known yet. */
  names(room: string): readonly (string | undefined)[] {
    return this.in(room).map((user) => this.chat.people.of(user)?.name);
  }

  stop(): void {
    this.#waiting.forEach(clearTimeout);
    this.#timers.forEach(clearTimeout);
    this.#timers.clear();
    this.typists.value = new Map();
  }

  private tell(room: string): void {
    this.#told.set(room, this.now());
    this.chat.connection.tell({ action: "typing", room });
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
    const typists = new Map(this.typists.value);
    if (users.length > 0) {
      typists.set(room, users);
    } else {
      typists.delete(room);
    }
    this.typists.value = typists;
  }

  private now(): number {
    return this.chat.world.now().getTime();
  }
}

/** Who is typing. */
export const typing: AddOn = { name: "typing", start: (chat) => new Typing(chat) };
