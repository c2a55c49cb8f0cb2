import { useState } from "preact/hooks";
import type { Chat } from "../chat.ts";
import { Icon } from "../design/Icon.tsx";
import { Avatar } from "../identity/Avatar.tsx";
import { fullTimeOf, timeOf } from "../platform/time.ts";
import { Actions } from "./Actions.tsx";
import { authorOf } from "./author.ts";
import { EditForm } from "./EditForm.tsx";
import { EmojiDialog } from "./EmojiDialog.tsx";
import { Markdown } from "./markdown.tsx";
import { Reactions } from "./Reactions.tsx";
import type { MessageRow } from "./timeline.ts";
import { DeleteDialog } from "./DeleteDialog.tsx";

interface Props {
  chat: Chat;
  row: MessageRow;
  owner: boolean;
  editing: boolean;
  /** True for the one message of the list that Tab comes to; arrows lead to the others. */
  tabbable: boolean;
  onFocus: (key: string) => void;
  onEditing: (seq: number | undefined) => void;
}

/** Nothing but up to three emoji is shown large. */
const EMOJI_ONLY = /^(?:\p{Extended_Pictographic}[\uFE0F\u200D\p{Emoji_Modifier}]*\s*){1,3}$/u;

/** One message with its actions. */
export function Message({ chat, row, owner, editing, tabbable, onFocus, onEditing }: Props) {
  const { message, item, head } = row;
  const [dialog, setDialog] = useState<"emoji" | "delete" | undefined>();
  const own = message.sender === chat.me.value!.user;
  const pending = item?.command.action === "send" && item.state !== "sent" ? item : undefined;
  const author = authorOf(chat, message);
  const name = author.name ?? "…";
  const badge = message.app && <span class="message__badge">{chat.addOns.titleOf(message.app)}</span>;
  const { room, seq } = message;
  const react = (emoji: string, on: boolean) => chat.command({ action: "react", room, seq, emoji, on });
  const toggle = (emoji: string) => react(emoji, !message.reactions?.[emoji]?.includes(chat.me.value!.user));
  return (
    <li
      class={`message ${head ? "message--head" : ""} ${pending ? `message--${pending.state}` : ""}`}
      data-key={row.key}
      data-seq={pending ? undefined : seq}
      tabIndex={tabbable ? 0 : -1}
      onFocusIn={() => onFocus(row.key)}
      onKeyDown={intoActions}
    >
      {head ? <Avatar profile={author} /> : <Time time={message.time} class="message__aside" />}
      <div class="message__main">
        {head ? (
          <p class="message__head">
            <span class={`message__name person--${author.color}`}>{name}</span>
            {badge}
            <Time time={message.time} />
          </p>
        ) : (
          <span class="unseen">
            {name}
            {badge && <> {badge}</>}:
          </span>
        )}
        {editing ? (
          <EditForm
            text={message.text ?? ""}
            onCancel={() => onEditing(undefined)}
            onSave={(text) => {
              onEditing(undefined);
              if (text !== message.text) {
                chat.command({ action: "edit", room, seq, text });
              }
            }}
          />
        ) : message.deleted ? (
          <p class="message__gone">This message was deleted</p>
        ) : (
          <div class={EMOJI_ONLY.test(message.text ?? "") ? "message__text message__text--large" : "message__text"}>
            <Markdown text={message.text ?? ""} />
            {message.edited && (
              <small class="message__mark" title={`Edited ${fullTimeOf(message.edited.time)}`}>
                (edited)
              </small>
            )}
          </div>
        )}
        {!message.deleted && !editing && chat.addOns.withMessage(message)}
        <Reactions chat={chat} message={message} onReact={react} />
        {pending && <OnItsWay chat={chat} row={row} />}
      </div>
      {!pending && !message.deleted && !editing && (
        <Actions
          onReact={toggle}
          onPickEmoji={() => setDialog("emoji")}
          {...(own ? { onEdit: () => onEditing(seq) } : {})}
          {...(own || owner ? { onDelete: () => setDialog("delete") } : {})}
        />
      )}
      {dialog === "emoji" && (
        <EmojiDialog title="Add a reaction" onPick={toggle} onClose={() => setDialog(undefined)} />
      )}
      {dialog === "delete" && (
        <DeleteDialog
          onClose={() => setDialog(undefined)}
          onDelete={() => chat.command({ action: "delete", room, seq })}
        />
      )}
    </li>
  );
}

/** Arrow right leads from a message to its actions, Escape back. */
function intoActions(event: KeyboardEvent & { currentTarget: HTMLElement }): void {
  const item = event.currentTarget;
  if (event.key === "ArrowRight" && event.target === item) {
    item.querySelector<HTMLElement>(".actions button")?.focus();
  } else if (event.key === "Escape") {
    item.focus();
  }
}

function Time({ time, class: extra }: { time: string; class?: string }) {
  return (
    <time class={`message__time ${extra ?? ""}`} dateTime={time} title={fullTimeOf(time)}>
      {timeOf(time)}
    </time>
  );
}

function OnItsWay({ chat, row }: { chat: Chat; row: MessageRow }) {
  const item = row.item!;
  if (item.state === "sending") {
    return <p class="message__state">Sending…</p>;
  }
  return (
    <p class="message__state message__state--failed">
      <span>Not sent. {item.reason}</span>
      <button type="button" class="link" onClick={() => chat.outbox.retry(item.clientId)}>
        <Icon name="retry" /> Retry
      </button>
      <button type="button" class="link" onClick={() => chat.outbox.discard(item.clientId)}>
        <Icon name="trash" /> Discard
      </button>
    </p>
  );
}
