import type { Chat } from "../chat.ts";
import { fullTimeOf, timeOf } from "../platform/time.ts";
import type { MembershipEntry } from "./entry.ts";

/** One line of who came and went. */
export function MembershipLine({ chat, entry }: { chat: Chat; entry: MembershipEntry }) {
  return (
    <li class="line" data-key={`seq ${entry.seq}`}>
      {said(entry, (user) => chat.people.nameOf(user))} <time dateTime={entry.time} title={fullTimeOf(entry.time)}>{timeOf(entry.time)}</time>
    </li>
  );
}

/** What a change of membership is in words. */
export function said(entry: MembershipEntry, nameOf: (user: string) => string): string {
  const who = nameOf(entry.user);
  const by = nameOf(entry.sender);
  switch (entry.change) {
    case "added":
      return `${by} added ${who}`;
    case "joined":
      return entry.seq === 1 ? `${who} opened the room` : `${who} joined`;
    case "left":
      return `${who} left`;
    case "removed":
      return `${by} removed ${who}`;
    case "role":
      return entry.role === "owner" ? `${by} made ${who} an owner` : `${by} made ${who} a member`;
  }
}
