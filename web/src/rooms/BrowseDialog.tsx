import { useEffect, useState } from "preact/hooks";
import type { Chat } from "../chat.ts";
import { Dialog } from "../design/Dialog.tsx";
import { Icon } from "../design/Icon.tsx";
import { reasonOf } from "../platform/problem.ts";
import { go } from "../platform/route.ts";
import { join } from "./join.ts";
import type { Room } from "./room.ts";

/** The public rooms, to look at and to join. */
export function BrowseDialog({ chat, onClose }: { chat: Chat; onClose: () => void }) {
  const [rooms, setRooms] = useState<readonly Room[]>();
  const [next, setNext] = useState("");
  const [error, setError] = useState("");
  const attempt = async (work: () => Promise<void>) => {
    setError("");
    await work().catch((thrown: unknown) => setError(reasonOf(thrown)));
  };
  const read = async () => {
    const page = await chat.directory.page("public", next);
    setRooms([...(rooms ?? []), ...page.rooms]);
    setNext(page.next ?? "");
  };
  useEffect(() => void attempt(read), []);
  const enter = async (room: Room) => {
    await join(chat, room.room);
    onClose();
  };
  const open = (room: Room) => {
    onClose();
    go(room.room);
  };
  return (
    <Dialog title="Browse rooms" onClose={onClose}>
      {error && (
        <p class="form__error" role="alert">
          {error}
        </p>
      )}
      {!rooms && !error && <p class="quiet">Loading…</p>}
      {rooms?.length === 0 && <p class="quiet">There are no public rooms yet.</p>}
      <ul class="browse" aria-label="Public rooms">
        {rooms?.map((room) => (
          <li key={room.room}>
            <Icon name="hash" />
            <span class="browse__what">
              <strong>{room.name}</strong>
              {room.topic && <small>{room.topic}</small>}
            </span>
            {chat.rooms.get(room.room) ? (
              <button type="button" class="button button--small" aria-label={`Open ${room.name}`} onClick={() => open(room)}>
                Open
              </button>
            ) : (
              <button
                type="button"
                class="button button--small button--main"
                aria-label={`Join ${room.name}`}
                onClick={() => void attempt(() => enter(room))}
              >
                Join
              </button>
            )}
          </li>
        ))}
      </ul>
      {next && (
        <button type="button" class="button" onClick={() => void attempt(read)}>
          More rooms
        </button>
      )}
    </Dialog>
  );
}
