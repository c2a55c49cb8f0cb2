import { useSignalEffect } from "@preact/signals";
import { useEffect } from "preact/hooks";
import type { Chat } from "./chat.ts";
import { Banner } from "./connections/Banner.tsx";
import { Icon } from "./design/Icon.tsx";
import { Toasts } from "./design/Toasts.tsx";
import { route } from "./platform/route.ts";
import { JoinView } from "./rooms/JoinView.tsx";
import { RoomView } from "./rooms/RoomView.tsx";
import { Sidebar } from "./rooms/Sidebar.tsx";

interface Props {
  chat: Chat;
  title: string;
  onSignOut: (everywhere: boolean) => void;
}

/** The whole page of a person who is signed in. */
export function ChatView({ chat, title, onSignOut }: Props) {
  const id = route.value.room;
  const state = chat.rooms.states.value.get(id);
  useSignalEffect(() => {
    const unread = chat.unread.value;
    document.title = unread > 0 ? `(${unread}) ${title}` : title;
  });
  useEffect(() => watch(chat), [chat]);
  return (
    <div class={id ? "chat chat--room" : "chat"}>
      <Banner connection={chat.connection} />
      <Sidebar chat={chat} title={title} onSignOut={onSignOut} />
      {state ? (
        <RoomView key={id} chat={chat} state={state} />
      ) : id && chat.ready.value ? (
        <JoinView chat={chat} id={id} />
      ) : (
        <main class="empty empty--idle">
          <Icon name="bubble" />
          <p class="quiet">{id ? "Loading…" : "Pick a room, or write to someone."}</p>
        </main>
      )}
      <Toasts notices={chat.notices} />
    </div>
  );
}

/** A list that is older than this, in ms, is read anew when the reader comes back. */
const STALE = 30_000;

/** What shows that somebody is at the page. */
const USES = ["keydown", "pointerdown", "focus"] as const;

/** The reader or the network comes back, or the reader does something: the connection is looked after, and the list of rooms is. */
function watch(chat: Chat): () => void {
  let hidden = 0;
  const offline = () => chat.connection.doubt(document.hasFocus());
  const online = () => chat.connection.wake(document.hasFocus());
  const used = () => chat.connection.attend();
  const visible = () => {
    if (document.visibilityState === "hidden") {
      hidden = Date.now();
      return;
    }
    chat.connection.wake(true);
    if (Date.now() - hidden > STALE && chat.connection.status.value === "live") {
      chat.refresh();
    }
  };
  addEventListener("online", online);
  addEventListener("offline", offline);
  USES.forEach((use) => addEventListener(use, used, { capture: true, passive: true }));
  document.addEventListener("visibilitychange", visible);
  return () => {
    removeEventListener("online", online);
    removeEventListener("offline", offline);
    USES.forEach((use) => removeEventListener(use, used, { capture: true }));
    document.removeEventListener("visibilitychange", visible);
  };
}
