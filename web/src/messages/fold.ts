import type { Entry, MessageEntry } from "./entry.ts";

/**
 * The message as it is after a later entry. An entry that the message shows already changes nothing: a fetched message
 * carries edits and deletions that stand later in the log, and a reaction sets what it says.
 */
export function fold(message: MessageEntry, entry: Entry): MessageEntry {
  switch (entry.kind) {
    case "edit":
      if (message.deleted || entry.seq <= (message.edited?.seq ?? 0)) {
        return message;
      }
      return { ...message, text: entry.text, edited: { seq: entry.seq, time: entry.time } };
    case "deletion": {
      if (message.deleted) {
        return message;
      }
      const { text: _, reactions: __, from: ___, data: ____, ...rest } = message;
      return { ...rest, deleted: { seq: entry.seq, time: entry.time, by: entry.sender } };
    }
    case "reaction":
      return message.deleted ? message : reacted(message, entry.emoji, entry.sender, entry.on);
    case "message":
    case "membership":
      return message;
  }
}

/** The message with one person's reaction on or off. */
export function reacted(message: MessageEntry, emoji: string, user: string, on: boolean): MessageEntry {
  const users = message.reactions?.[emoji] ?? [];
  if (users.includes(user) === on) {
    return message;
  }
  const { [emoji]: _, ...others } = message.reactions ?? {};
  if (on) {
    return { ...message, reactions: { ...message.reactions, [emoji]: [...users, user] } };
  }
  const left = users.filter((other) => other !== user);
  return { ...message, reactions: left.length > 0 ? { ...message.reactions, [emoji]: left } : others };
}
