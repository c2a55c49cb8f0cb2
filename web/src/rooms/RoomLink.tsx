import type { Chat } from "../chat.ts";
import { Icon } from "../design/Icon.tsx";
import { Avatar } from "../identity/Avatar.tsx";
import { hrefOf, route } from "../platform/route.ts";
import { briefly } from "../platform/time.ts";
import { unreadOf, type RoomState } from "./room.ts";

/** One room of the list. */
export function RoomLink({ chat, state }: { chat: Chat; state: RoomState }) {
  const { room } = state;
  const unread = unreadOf(state);
  const title = chat.titleOf(room);
  const here = route.value.room === room.room;
  return (
    <li>
      <a
        class={unread > 0 ? "room-link room-link--unread" : "room-link"}
        href={hrefOf(room.room)}
        aria-current={here ? "page" : undefined}
        aria-label={unread > 0 ? `${title}, ${unread} unread` : title}
      >
        {room.kind === "direct" ? (
          <Avatar profile={chat.people.of(chat.otherIn(room))} small />
        ) : (
          <span class="room-link__icon">
            <Icon name={room.visibility === "public" ? "hash" : "lock"} />
          </span>
        )}
        <span class="room-link__name">{title}</span>
        {unread > 0 ? (
          <span class="badge">{unread > 999 ? "999+" : unread}</span>
        ) : (
          state.activity && <time dateTime={state.activity}>{briefly(state.activity, chat.world.now())}</time>
        )}
      </a>
    </li>
  );
}
