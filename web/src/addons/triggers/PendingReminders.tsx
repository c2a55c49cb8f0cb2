import { useEffect } from "preact/hooks";
import type { Triggers } from "./triggers.tsx";

/** One's own reminders that wait for their time; each can be cancelled. */
export function PendingReminders({ triggers }: { triggers: Triggers }) {
  const { chat } = triggers;
  useEffect(() => void chat.notices.attempt(() => triggers.read()), [triggers]);
  return (
    <section class="reminders" aria-labelledby="reminders">
      <h3 id="reminders">Reminders</h3>
      {triggers.pending.value.length === 0 && <p>None is pending. Write /remind in a room to set one.</p>}
      <ul>
        {triggers.pending.value.map(({ id, room, at, text }) => {
          const known = chat.rooms.get(room);
          return (
            <li key={id}>
              <span class="reminders__what">{text}</span>
              <span class="reminders__when">
                {triggers.when(at)}
                {known && `, in ${chat.titleOf(known.room)}`}
              </span>
              <button
                type="button"
                class="button button--small"
                aria-label={`Cancel: ${text}`}
                onClick={() => void chat.notices.attempt(() => triggers.cancel(id))}
              >
                Cancel
              </button>
            </li>
          );
        })}
      </ul>
    </section>
  );
}
