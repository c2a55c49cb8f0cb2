import type { Chat } from "../chat.ts";
import { emojiName } from "./emoji.ts";
import type { MessageEntry } from "./entry.ts";

interface Props {
  chat: Chat;
  message: MessageEntry;
  onReact: (emoji: string, on: boolean) => void;
}

/** Who reacted with what; one's own can be pressed on and off. */
export function Reactions({ chat, message, onReact }: Props) {
  const me = chat.me.value!.user;
  const all = Object.entries(message.reactions ?? {}).filter(([, users]) => users.length > 0);
  if (all.length === 0) {
    return null;
  }
  return (
    <ul class="reactions" aria-label="Reactions">
      {all.map(([emoji, users]) => {
        const names = users.map((user) => (user === me ? "you" : chat.people.nameOf(user))).join(", ");
        const own = users.includes(me);
        return (
          <li key={emoji}>
            <button
              type="button"
              class="reaction"
              aria-pressed={own}
              aria-label={`${emojiName(emoji)}, ${users.length}, by ${names}`}
              title={`${emojiName(emoji)}: ${names}`}
              onClick={() => onReact(emoji, !own)}
            >
              <span aria-hidden="true">{emoji}</span> {users.length}
            </button>
          </li>
        );
      })}
    </ul>
  );
}
