import { useState } from "preact/hooks";
import type { Chat } from "../chat.ts";
import { Dialog } from "../design/Dialog.tsx";
import { Field } from "../design/Field.tsx";
import { useForm } from "../design/useForm.ts";
import { Avatar } from "./Avatar.tsx";
import { COLORS, type Profile } from "./profile.ts";

/** One's own name and colour. */
export function ProfileDialog({ chat, onClose }: { chat: Chat; onClose: () => void }) {
  const me = chat.me.value!;
  const [name, setName] = useState(me.name);
  const [color, setColor] = useState(me.color);
  const form = useForm(["name", "color"], async () => {
    chat.knowMe(await chat.api.put<Profile>("/profile", { name: name.trim(), color }));
    onClose();
  });
  return (
    <Dialog title="Profile" onClose={onClose}>
      <form class="form" onSubmit={form.submit}>
        <div class="profile">
          <Avatar profile={{ ...me, name: name.trim() || me.name, color }} />
          <Field label="Name" value={name} onValue={setName} error={form.about("name")} maxLength={80} required autofocus />
        </div>
        <fieldset class="swatches">
          <legend>Colour</legend>
          {COLORS.map((each) => (
            <label key={each} class={`swatch person--${each}`} title={each}>
              <input
                type="radio"
                name="color"
                value={each}
                aria-label={each}
                checked={each === color}
                onChange={() => setColor(each)}
              />
            </label>
          ))}
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
          <button type="submit" class="button button--main" disabled={form.busy}>
            Save
          </button>
        </footer>
      </form>
      {chat.addOns.inProfile()}
    </Dialog>
  );
}
