import { useState } from "preact/hooks";
import type { Chat } from "../chat.ts";
import { Field } from "../design/Field.tsx";
import { useForm } from "../design/useForm.ts";
import type { Room } from "./room.ts";

/** A room's name and topic, for its owners. */
export function DescribeForm({ chat, room }: { chat: Chat; room: Room }) {
  const [name, setName] = useState(room.name);
  const [topic, setTopic] = useState(room.topic);
  const form = useForm(["name", "topic"], async () => {
    chat.rooms.put(await chat.directory.describe(room.room, { name: name.trim(), topic: topic.trim() }));
  });
  const changed = name.trim() !== room.name || topic.trim() !== room.topic;
  return (
    <form class="form" onSubmit={form.submit}>
      <Field label="Name" value={name} onValue={setName} error={form.about("name")} maxLength={80} required />
      <Field label="Topic" value={topic} onValue={setTopic} error={form.about("topic")} maxLength={250} />
      {form.general && (
        <p class="form__error" role="alert">
          {form.general}
        </p>
      )}
      {changed && (
        <footer class="form__foot">
          <button type="submit" class="button button--main" disabled={form.busy || !name.trim()}>
            Save changes
          </button>
        </footer>
      )}
    </form>
  );
}
