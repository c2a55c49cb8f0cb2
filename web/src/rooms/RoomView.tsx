import { useEffect, useState } from "preact/hooks";
import type { Chat } from "../chat.ts";
import { Icon } from "../design/Icon.tsx";
import { IconButton } from "../design/IconButton.tsx";
import { Avatar } from "../identity/Avatar.tsx";
import { MessageList } from "../messages/MessageList.tsx";
import { reasonOf } from "../platform/problem.ts";
import { DetailsDialog } from "./DetailsDialog.tsx";
import type { RoomState } from "./room.ts";

/** One room: its head, its messages, and the box in which one writes. */
export function RoomView({ chat, state }: { chat: Chat; state: RoomState }) {
  const { room, window } = state;
  const [details, setDetails] = useState(false);
  const [error, setError] = useState("");
  const title = chat.titleOf(room);
  const direct = room.kind === "direct";
  const open = async () => {
    setError("");
    await chat.history.open(room.room).catch((thrown: unknown) => setError(reasonOf(thrown)));
  };
  useEffect(() => {
    void open();
    return () => chat.rooms.trim(room.room);
  }, [room.room]);
  return (
    <main class="room" aria-label={title}>
      <header class="room__head">
        <a class="icon-button room__back" href="#/" aria-label="All rooms">
          <Icon name="back" />
        </a>
        {direct ? (
          <Avatar profile={chat.people.of(chat.otherIn(room))} small />
        ) : (
          <Icon name={room.visibility === "public" ? "hash" : "lock"} />
        )}
        <div class="room__what">
          <h1>{title}</h1>
          {room.topic && <p title={room.topic}>{room.topic}</p>}
        </div>
        {!direct && <IconButton icon="people" label="Room details" onClick={() => setDetails(true)} />}
      </header>
      {window ? (
        <MessageList key={room.room} chat={chat} state={state} window={window} label={direct ? title : `#${title}`} />
      ) : (
        <div class="empty">
          {error ? (
            <p role="alert">
              {error}{" "}
              <button type="button" class="link" onClick={() => void open()}>
                Try again
              </button>
            </p>
          ) : (
            <p class="quiet">Loading…</p>
          )}
        </div>
      )}
      {details && <DetailsDialog chat={chat} room={room} onClose={() => setDetails(false)} />}
    </main>
  );
}
