import { useLayoutEffect, useRef, useState } from "preact/hooks";
import { leftIn } from "./limit.ts";
import { TextBox } from "./TextBox.tsx";

interface Props {
  text: string;
  onSave: (text: string) => void;
  onCancel: () => void;
}

/** Changes a message in its place. Escape leaves it as it was. */
export function EditForm({ text, onSave, onCancel }: Props) {
  const [value, setValue] = useState(text);
  const box = useRef<HTMLTextAreaElement>(null);
  // Before the browser paints: what is typed at once must land in the box, and not move its caret.
  useLayoutEffect(() => {
    const element = box.current!;
    element.focus();
    element.setSelectionRange(text.length, text.length);
  }, []);
  const written = value.trim();
  const allowed = written !== "" && leftIn(written) >= 0;
  const save = () => allowed && onSave(written);
  return (
    <form
      class="edit"
      onSubmit={(event) => {
        event.preventDefault();
        save();
      }}
    >
      <TextBox
        box={box}
        label="Edit message"
        value={value}
        onValue={setValue}
        onEnter={save}
        onKey={(event) => {
          event.stopPropagation();
          if (event.key === "Escape") {
            onCancel();
          }
        }}
      />
      <footer class="edit__foot">
        <button type="button" class="button button--small" onClick={onCancel}>
          Cancel
        </button>
        <button type="submit" class="button button--small button--main" disabled={!allowed}>
          Save
        </button>
      </footer>
    </form>
  );
}
