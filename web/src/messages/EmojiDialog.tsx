import { useRef } from "preact/hooks";
import { Dialog } from "../design/Dialog.tsx";
import { EMOJI } from "./emoji.ts";

interface Props {
  title: string;
  onPick: (emoji: string) => void;
  onClose: () => void;
}

const COLUMNS: Record<string, number> = { ArrowLeft: -1, ArrowRight: 1, ArrowUp: -8, ArrowDown: 8 };

/** A small picker; arrows move in it. */
export function EmojiDialog({ title, onPick, onClose }: Props) {
  const grid = useRef<HTMLDivElement>(null);
  const pressed = (event: KeyboardEvent) => {
    const step = COLUMNS[event.key];
    const buttons = [...grid.current!.querySelectorAll("button")];
    const current = buttons.indexOf(document.activeElement as HTMLButtonElement);
    const next = buttons[current + (step ?? 0)];
    if (step && next) {
      event.preventDefault();
      next.focus();
    }
  };
  return (
    <Dialog title={title} onClose={onClose}>
      <div class="emoji-grid" ref={grid} onKeyDown={pressed}>
        {EMOJI.map(([emoji, name], index) => (
          <button
            key={emoji}
            type="button"
            aria-label={name}
            title={name}
            tabIndex={index === 0 ? 0 : -1}
            data-autofocus={index === 0 || undefined}
            onClick={() => {
              onClose();
              onPick(emoji);
            }}
          >
            {emoji}
          </button>
        ))}
      </div>
    </Dialog>
  );
}
