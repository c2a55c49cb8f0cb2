import { useEffect, useRef, useState } from "preact/hooks";
import type { Chat } from "../chat.ts";
import { IconButton } from "../design/IconButton.tsx";
import { drafts } from "./drafts.ts";
import { EmojiDialog } from "./EmojiDialog.tsx";
import { leftIn } from "./limit.ts";
import { TextBox } from "./TextBox.tsx";

interface Props {
  chat: Chat;
  room: string;
  label: string;
  onSent: () => void;
  /** Arrow up in an empty box. */
  onEditLast: () => void;
}

/** Where one writes. What is not sent stays when one looks at another room. */
export function Composer({ chat, room, label, onSent, onEditLast }: Props) {
  const [text, setText] = useState(drafts.get(room) ?? "");
  const [picking, setPicking] = useState(false);
  const box = useRef<HTMLTextAreaElement>(null);
  useEffect(() => {
    if (!matchMedia("(pointer: coarse)").matches) {
      box.current?.focus({ preventScroll: true });
    }
  }, [room]);
  const write = (value: string) => {
    setText(value);
    drafts.set(room, value);
    chat.addOns.wrote(room, value);
  };
  const written = text.trim();
  const allowed = written !== "" && leftIn(written) >= 0;
  const send = () => {
    const command = allowed ? chat.addOns.carryOut(room, written) : undefined;
    if (command) {
      void command.then((done) => done && drafts.get(room) === text && write(""));
    } else if (allowed) {
      chat.command({ action: "send", room, text: written });
      write("");
      onSent();
    }
    box.current?.focus();
  };
  const insert = (emoji: string) => {
    const element = box.current!;
    const place = element.selectionStart;
    write(text.slice(0, place) + emoji + text.slice(element.selectionEnd));
    requestAnimationFrame(() => {
      element.focus();
      element.setSelectionRange(place + emoji.length, place + emoji.length);
    });
  };
  return (
    <form
      class="composer"
      onSubmit={(event) => {
        event.preventDefault();
        send();
      }}
    >
      <IconButton icon="smile" label="Emoji" onClick={() => setPicking(true)} />
      <TextBox
        box={box}
        label={label}
        value={text}
        onValue={write}
        onEnter={send}
        onKey={(event) => {
          if (event.key === "ArrowUp" && text === "") {
            event.preventDefault();
            onEditLast();
          }
        }}
      />
      <IconButton icon="send" label="Send" class="composer__send" type="submit" disabled={!allowed} />
      {picking && <EmojiDialog title="Insert an emoji" onPick={insert} onClose={() => setPicking(false)} />}
    </form>
  );
}
