import { useEffect, useState } from "preact/hooks";
import type { Chat } from "../chat.ts";
import { unreadOf } from "../rooms/room.ts";

/**
 * Marks a room read while its reader looks at its end, and remembers where the divider of new messages stands.
 *
 * @returns after how many messages the divider stands, and a way to take it away
 */
export function useUnread(chat: Chat, room: string, atEnd: boolean, shown: boolean) {
  const state = chat.rooms.get(room);
  const read = state?.read.messages ?? 0;
  const unread = state ? unreadOf(state) : 0;
  const [since, setSince] = useState(unread > 0 ? read : undefined);
  const [visible, setVisible] = useState(document.visibilityState === "visible");
  useEffect(() => {
    const changed = () => setVisible(document.visibilityState === "visible");
    document.addEventListener("visibilitychange", changed);
    return () => document.removeEventListener("visibilitychange", changed);
  }, []);
  const reading = visible && atEnd && shown;
  useEffect(() => {
    if (reading) {
      chat.marks.reached(room);
    } else if (unread > 0 && since === undefined) {
      setSince(read);
    }
  }, [reading, state?.tail.seq, unread]);
  useEffect(() => {
    if (!visible && unread === 0) {
      setSince(undefined);
    }
  }, [visible]);
  return { since, unread, clear: () => setSince(undefined) };
}
