import { useState } from "preact/hooks";
import type { Chat } from "../chat.ts";
import { Icon } from "../design/Icon.tsx";
import { move } from "../design/roving.ts";
import { dayName } from "../platform/time.ts";
import type { RoomState } from "../rooms/room.ts";
import { Composer } from "./Composer.tsx";
import { MembershipLine } from "./MembershipLine.tsx";
import { Message } from "./Message.tsx";
import { timeline, type Row } from "./timeline.ts";
import { useScroll } from "./useScroll.ts";
import { useUnread } from "./useUnread.ts";
import type { Window } from "./window.ts";

interface Props {
  chat: Chat;
  state: RoomState;
  window: Window;
  label: string;
}

/** A room's messages, and the box in which one writes. */
export function MessageList({ chat, state, window, label }: Props) {
  const room = state.room.room;
  const me = chat.me.value!.user;
  const [focused, setFocused] = useState("");
  const [editing, setEditing] = useState<number | undefined>();
  const items = chat.outbox.items.value.filter((item) => item.command.room === room);
  const older = () => void chat.notices.attempt(() => chat.history.older(room));
  const scroll = useScroll(`${window.first} ${window.last} ${items.length} ${editing}`, older);
  const unread = useUnread(chat, room, scroll.atEnd, window.last >= state.tail.seq);
  const direct = state.room.kind === "direct";
  const rows = timeline(window, items, me, unread.since).filter((row) => !direct || row.type !== "membership");
  const messages = rows.filter((row) => row.type === "message");
  const stop = messages.some((row) => row.key === focused) ? focused : messages.at(-1)?.key;
  const editLast = () => {
    const last = rows.findLast((row) => row.type === "message" && row.message.sender === me && !row.message.deleted);
    if (last?.type === "message" && last.item?.command.action !== "send") {
      setEditing(last.message.seq);
    }
  };
  const sent = () => {
    unread.clear();
    scroll.toEnd();
  };
  const done = (seq: number | undefined) => {
    setEditing(seq);
    if (seq === undefined) {
      document.querySelector<HTMLElement>(".composer textarea")?.focus();
    }
  };
  const show = (row: Row) => {
    switch (row.type) {
      case "day":
        return (
          <li key={row.key} class="day" data-key={row.key}>
            <span>{dayName(row.time, chat.world.now())}</span>
          </li>
        );
      case "new":
        return (
          <li key={row.key} class="new" data-key="new">
            <span>New</span>
          </li>
        );
      case "membership":
        return <MembershipLine key={row.key} chat={chat} entry={row.entry} />;
      case "message":
        return (
          <Message
            key={row.key}
            chat={chat}
            row={row}
            owner={state.room.role === "owner"}
            editing={editing !== undefined && row.message.seq === editing}
            tabbable={row.key === stop}
            onFocus={setFocused}
            onEditing={done}
          />
        );
    }
  };
  return (
    <>
      <div class="scroller" ref={scroll.scroller} onScroll={scroll.onScroll} role="region" aria-label="Conversation">
        <div class="scroller__content">
          {window.first > 1 ? (
            <p class="quiet center">Loading older messages…</p>
          ) : (
            <p class="beginning">This is the beginning of {direct ? "your conversation" : label}.</p>
          )}
          <ol
            class="messages"
            aria-label="Messages"
            onKeyDown={(event) => void move(event, event.currentTarget, ".message")}
          >
            {rows.map(show)}
          </ol>
        </div>
      </div>
      {!scroll.atEnd && (
        <div class="jump">
          <button type="button" class="button jump__button" onClick={scroll.toEnd}>
            <Icon name="down" />
            {unread.unread > 0 ? `${unread.unread} new` : "Jump to the newest"}
          </button>
        </div>
      )}
      {chat.addOns.underMessages(room)}
      <Composer chat={chat} room={room} label={`Message ${label}`} onSent={sent} onEditLast={editLast} />
    </>
  );
}
