import { useEffect, useId, useState } from "preact/hooks";
import type { Chat } from "../../chat.ts";
import { segment } from "../../platform/api.ts";
import { reasonOf } from "../../platform/problem.ts";
import type { Room } from "../../rooms/room.ts";
import type { Mode, SmsSettings } from "./settings.ts";

const CHOICES: readonly (readonly [Mode, string])[] = [
  ["none", "None"],
  ["mentions", "What mentions me"],
  ["all", "Everything"],
];

/** Of which messages of a room one wants an SMS. */
export function SmsOfRoom({ chat, room }: { chat: Chat; room: Room }) {
  const id = useId();
  const [settings, setSettings] = useState<SmsSettings>();
  const [mode, setMode] = useState<Mode>("none");
  const [error, setError] = useState("");
  const attempt = async (work: () => Promise<unknown>) => {
    setError("");
    await work().catch((thrown: unknown) => setError(reasonOf(thrown)));
  };
  const read = async () => {
    const found = await chat.api.get<SmsSettings>("/sms");
    setSettings(found);
    setMode(found.rooms.find((each) => each.room === room.room)?.mode ?? "none");
  };
  const choose = async (chosen: Mode) => {
    await chat.api.put(`/rooms/${segment(room.room)}/sms`, { mode: chosen });
    setMode(chosen);
  };
  useEffect(() => void attempt(read), [room.room]);
  return (
    <section class="sms" aria-label="SMS">
      <h3>SMS</h3>
      {error && (
        <p class="form__error" role="alert">
          {error}
        </p>
      )}
      {settings?.number === "" && <p class="quiet">Link a phone number in your profile to get this room's messages.</p>}
      {settings && settings.number !== "" && (
        <p>
          <label for={id}>Send me</label>{" "}
          <select id={id} value={mode} onChange={(event) => void attempt(() => choose(event.currentTarget.value as Mode))}>
            {CHOICES.map(([value, label]) => (
              <option key={value} value={value}>
                {label}
              </option>
            ))}
          </select>
        </p>
      )}
    </section>
  );
}
