import type { Chat } from "../chat.ts";
import { START } from "../messages/entry.ts";
import type { Synced } from "../messages/sync.ts";

/** Joins a public room; what was said before counts as read. */
export async function join(chat: Chat, id: string): Promise<void> {
  const room = await chat.directory.join(id);
  const { rooms } = await chat.api.post<{ rooms: Synced[] }>("/sync", { rooms: [{ room: id }] });
  chat.rooms.put(room);
  chat.rooms.markRead(id, rooms[0]?.tail ?? START);
  chat.marks.save(id);
  chat.enter(room);
}
