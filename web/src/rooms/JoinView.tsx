import { useEffect, useState } from "preact/hooks";
import type { Chat } from "../chat.ts";
import { reasonOf } from "../platform/problem.ts";
import { join } from "./join.ts";
import type { Room } from "./room.ts";

/** What an address of a room shows whose reader is not a member: a way in where it is public, else that it is not there. */
export function JoinView({ chat, id }: { chat: Chat; id: string }) {
  const [room, setRoom] = useState<Room>();
  const [error, setError] = useState("");
  const attempt = (work: () => Promise<void>) => work().catch((thrown: unknown) => setError(reasonOf(thrown)));
  useEffect(() => {
    setRoom(undefined);
    setError("");
    void attempt(async () => setRoom(await chat.directory.read(id)));
  }, [id]);
  const enter = () => attempt(() => join(chat, id));
  return (
    <main class="empty">
      {room && (
        <>
          <h1>{room.name}</h1>
          {room.topic && <p>{room.topic}</p>}
          <button type="button" class="button button--main" onClick={() => void enter()}>
            Join
          </button>
        </>
      )}
      {error && <p role="alert">{error}</p>}
      {!room && !error && <p class="quiet">Loading…</p>}
      <p>
        <a href="#/">All rooms</a>
      </p>
    </main>
  );
}
