import { useRef } from "preact/hooks";
import { IconButton } from "../design/IconButton.tsx";
import { move } from "../design/roving.ts";
import { emojiName, QUICK } from "./emoji.ts";

interface Props {
  onReact: (emoji: string) => void;
  onPickEmoji: () => void;
  onEdit?: () => void;
  onDelete?: () => void;
}

/** What can be done with a message: shown where the pointer or the focus is. */
export function Actions({ onReact, onPickEmoji, onEdit, onDelete }: Props) {
  const bar = useRef<HTMLDivElement>(null);
  return (
    <div
      ref={bar}
      class="actions"
      role="toolbar"
      aria-label="Message actions"
      onKeyDown={(event) => {
        if (move(event, bar.current!, "button", "horizontal")) {
          event.stopPropagation();
        }
      }}
    >
      {QUICK.slice(0, 3).map((emoji) => (
        <button
          key={emoji}
          type="button"
          tabIndex={-1}
          class="icon-button actions__emoji"
          aria-label={`React with ${emojiName(emoji)}`}
          title={`React with ${emojiName(emoji)}`}
          onClick={() => onReact(emoji)}
        >
          {emoji}
        </button>
      ))}
      <IconButton icon="smile" label="Add reaction" tabIndex={-1} onClick={onPickEmoji} />
      {onEdit && <IconButton icon="pencil" label="Edit message" tabIndex={-1} onClick={onEdit} />}
      {onDelete && <IconButton icon="trash" label="Delete message" tabIndex={-1} onClick={onDelete} />}
    </div>
  );
}
