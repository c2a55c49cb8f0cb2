import { useRef, useState } from "preact/hooks";
import type { Chat } from "../chat.ts";
import { IconButton } from "../design/IconButton.tsx";
import { move } from "../design/roving.ts";
import { AccountMenu } from "../identity/AccountMenu.tsx";
import { BrowseDialog } from "./BrowseDialog.tsx";
import { DirectDialog } from "./DirectDialog.tsx";
import { NewRoomDialog } from "./NewRoomDialog.tsx";
import { byActivity } from "./room.ts";
import { RoomLink } from "./RoomLink.tsx";

interface Props {
  chat: Chat;
  title: string;
  onSignOut: (everywhere: boolean) => void;
}

/** The reader's rooms and conversations, and the ways to new ones. */
export function Sidebar({ chat, title, onSignOut }: Props) {
  const [dialog, setDialog] = useState<"room" | "browse" | "direct" | undefined>();
  const nav = useRef<HTMLElement>(null);
  const states = [...chat.rooms.states.value.values()].sort(byActivity);
  const rooms = states.filter((state) => state.room.kind === "room");
  const directs = states.filter((state) => state.room.kind === "direct");
  const close = () => setDialog(undefined);
  return (
    <aside class="sidebar" aria-label="Sidebar">
      <header class="sidebar__head">
        <img src="/favicon.svg" alt="" width="28" height="28" />
        <h1 class="sidebar__title">{title}</h1>
      </header>
      <nav class="sidebar__nav" ref={nav} aria-label="Rooms" onKeyDown={(event) => void move(event, nav.current!, ".room-link")}>
        <div class="section">
          <h2>Rooms</h2>
          <IconButton icon="search" label="Browse rooms" onClick={() => setDialog("browse")} />
          <IconButton icon="plus" label="New room" onClick={() => setDialog("room")} />
        </div>
        <ul aria-label="Rooms">
          {rooms.map((state) => (
            <RoomLink key={state.room.room} chat={chat} state={state} />
          ))}
        </ul>
        {chat.ready.value && rooms.length === 0 && <p class="quiet">No rooms yet: browse, or open one.</p>}
        <div class="section">
          <h2>Direct messages</h2>
          <IconButton icon="plus" label="New direct message" onClick={() => setDialog("direct")} />
        </div>
        <ul aria-label="Direct messages">
          {directs.map((state) => (
            <RoomLink key={state.room.room} chat={chat} state={state} />
          ))}
        </ul>
        {chat.ready.value && directs.length === 0 && <p class="quiet">Nobody yet: write to someone.</p>}
      </nav>
      <AccountMenu chat={chat} onSignOut={onSignOut} />
      {dialog === "room" && <NewRoomDialog chat={chat} onClose={close} />}
      {dialog === "browse" && <BrowseDialog chat={chat} onClose={close} />}
      {dialog === "direct" && <DirectDialog chat={chat} onClose={close} />}
    </aside>
  );
}
