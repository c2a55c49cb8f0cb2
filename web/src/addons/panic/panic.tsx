import { signal } from "@preact/signals";
import type { Chat } from "../../chat.ts";
import type { MessageEntry } from "../../messages/entry.ts";
import { segment } from "../../platform/api.ts";
import type { AddOn, Working } from "../addOn.ts";
import { AlarmNote } from "./AlarmNote.tsx";

/** What a message of the add-on is about. */
export interface Alarm {
  readonly alarm: string;
  readonly step: "raised" | "escalated" | "acknowledged";
  /** What the button says of its battery, such as "1500mV". */
  readonly battery?: string;
}

/** What the service answers: who was the first. */
interface Acknowledgement {
  readonly user: string;
}

const STEPS: readonly unknown[] = ["raised", "escalated", "acknowledged"];

/** The alarm that a message is about; undefined where it is about none. */
export function alarmOf({ app, data }: MessageEntry): Alarm | undefined {
  if (app !== "panic" || data === undefined) {
    return undefined;
  }
  try {
    const said = JSON.parse(data) as Partial<Alarm> | null;
    return typeof said?.alarm === "string" && STEPS.includes(said.step) ? (said as Alarm) : undefined;
  } catch {
    return undefined;
  }
}

/** Shows with an alarm who acknowledged it, and until somebody has, the button for it. */
export class Panic implements Working {
  /** Who acknowledged which alarm, as the service answered; the room's log says the same. */
  readonly #answered = signal<ReadonlyMap<string, string>>(new Map());
  readonly #asking = signal<ReadonlySet<string>>(new Set());

  constructor(private readonly chat: Chat) {}

  withMessage(message: MessageEntry) {
    const alarm = alarmOf(message);
    return alarm && alarm.step !== "acknowledged" && <AlarmNote panic={this} room={message.room} alarm={alarm} />;
  }

  /** The name of whoever acknowledged an alarm, "…" while it is not known; undefined while nobody has. */
  acknowledgedBy(room: string, alarm: string): string | undefined {
    const user = this.#answered.value.get(alarm) ?? this.inLog(room, alarm);
    return user === undefined ? undefined : (this.chat.people.of(user)?.name ?? "…");
  }

  /** Whether the reader's own acknowledgement is on its way. */
  isAsking(alarm: string): boolean {
    return this.#asking.value.has(alarm);
  }

  async acknowledge(room: string, alarm: string): Promise<void> {
    this.#asking.value = new Set([...this.#asking.value, alarm]);
    await this.chat.notices.attempt(async () => {
      const path = `/rooms/${segment(room)}/alarms/${segment(alarm)}/acknowledge`;
      const { user } = await this.chat.api.post<Acknowledgement>(path);
      this.#answered.value = new Map([...this.#answered.value, [alarm, user]]);
    });
    this.#asking.value = new Set([...this.#asking.value].filter((one) => one !== alarm));
  }

  private inLog(room: string, alarm: string): string | undefined {
    const entries = this.chat.rooms.get(room)?.window?.entries ?? [];
    return entries.find((entry) => {
      const said = entry.kind === "message" ? alarmOf(entry) : undefined;
      return said?.alarm === alarm && said.step === "acknowledged";
    })?.sender;
  }
}

/** Alarms of panic buttons. */
export const panic: AddOn = { name: "panic", title: "Panic button", start: (chat) => new Panic(chat) };
