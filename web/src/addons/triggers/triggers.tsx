import { signal } from "@preact/signals";
import type { Chat } from "../../chat.ts";
import { segment } from "../../platform/api.ts";
import { Problem } from "../../platform/problem.ts";
import { dayName, timeOf } from "../../platform/time.ts";
import type { AddOn, Working } from "../addOn.ts";
import { isRemind, readRemind, USAGE } from "./command.ts";
import { PendingReminders } from "./PendingReminders.tsx";

/** One that waits for its time. */
export interface Reminder {
  readonly id: string;
  readonly room: string;
  readonly at: string;
  readonly text: string;
}

/** Sets reminders by `/remind`, and knows one's own that are pending. */
export class Triggers implements Working {
  readonly pending = signal<readonly Reminder[]>([]);
  /** What is on its way, with its id, so that it is the same when it is sent again. */
  #sent = new Map<string, { id: string; at: string }>();
  #busy = false;

  constructor(readonly chat: Chat) {}

  carryOut(room: string, text: string): Promise<boolean> | undefined {
    return isRemind(text) ? this.remind(room, text) : undefined;
  }

  inProfile() {
    return <PendingReminders triggers={this} />;
  }

  async read(): Promise<void> {
    this.pending.value = (await this.chat.api.get<{ reminders: Reminder[] }>("/reminders")).reminders;
  }

  async cancel(id: string): Promise<void> {
    await this.chat.api.delete(`/reminders/${segment(id)}`);
    this.pending.value = this.pending.value.filter((one) => one.id !== id);
  }

  /** Such as "Today at 15:00". */
  when(at: string): string {
    return `${dayName(at, this.chat.world.now())} at ${timeOf(at)}`;
  }

  private async remind(room: string, text: string): Promise<boolean> {
    const asked = readRemind(text, this.chat.world.now());
    if (!asked) {
      this.chat.notices.tell(USAGE);
      return false;
    }
    if (this.#busy) {
      return false;
    }
    this.#busy = true;
    const key = `${room} ${text}`;
    const { id, at } = this.#sent.get(key) ?? { id: this.chat.world.newId(), at: asked.at.toISOString() };
    this.#sent.set(key, { id, at });
    const set = await this.chat.notices.attempt(async () => {
      const made = await this.chat.api
        .post<Reminder>(`/rooms/${segment(room)}/reminders`, { id, whom: asked.whom, at, text: asked.text })
        .catch((error: unknown) => {
          if (error instanceof Problem && error.body.status < 500) {
            // It was not set, and what is written again is meant anew.
            this.#sent.delete(key);
          }
          throw error;
        });
      this.#sent.delete(key);
      this.chat.notices.tell(`${this.when(made.at)} this room is told: ${made.text}`);
    });
    this.#busy = false;
    return set;
  }
}

/** Reminders; what else triggers do, they do without the page. */
export const triggers: AddOn = { name: "triggers", title: "Automatic", start: (chat) => new Triggers(chat) };
