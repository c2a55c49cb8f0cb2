import { useState } from "preact/hooks";
import type { Chat } from "../chat.ts";
import { Dialog } from "../design/Dialog.tsx";
import { Field } from "../design/Field.tsx";
import { useForm } from "../design/useForm.ts";

/** Opens a room. Its clientId stays the same while the dialog is open, so that a retry does not open a second one. */
export function NewRoomDialog({ chat, onClose }: { chat: Chat; onClose: () => void }) {
  const [clientId] = useState(() => chat.world.newId());
  const [name, setName] = useState("");
  const [topic, setTopic] = useState("");
  const [visibility, setVisibility] = useState("public");
  const form = useForm(["name", "topic"], async () => {
    const room = await chat.directory.create({ clientId, name: name.trim(), topic: topic.trim(), visibility });
    onClose();
    chat.enter(room);
  });
  return (
    <Dialog title="New room" onClose={onClose}>
      <form class="form" onSubmit={form.submit}>
        <Field label="Name" value={name} onValue={setName} error={form.about("name")} maxLength={80} required autofocus />
        <Field
          label="Topic"
          value={topic}
          onValue={setTopic}
          error={form.about("topic")}
          maxLength={250}
          hint="What it is about; may be empty."
        />
        <fieldset class="choices">
          <legend>Who may join</legend>
          <label>
            <input type="radio" name="visibility" checked={visibility === "public"} onChange={() => setVisibility("public")} />
            <span>
              <strong>Public</strong> — everybody here can find it and join.
            </span>
          </label>
          <label>
            <input type="radio" name="visibility" checked={visibility === "private"} onChange={() => setVisibility("private")} />
            <span>
              <strong>Private</strong> — only those whom an owner adds.
            </span>
          </label>
        </fieldset>
        {form.general && (
          <p class="form__error" role="alert">
            {form.general}
          </p>
        )}
        <footer class="form__foot">
          <button type="button" class="button" onClick={onClose}>
            Cancel
          </button>
          <button type="submit" class="button button--main" disabled={form.busy || !name.trim()}>
            Create room
          </button>
        </footer>
      </form>
    </Dialog>
  );
}
