import type { Chat } from "../chat.ts";
import { authorOf } from "./author.ts";
import type { Entry } from "./entry.ts";
import type { Item } from "./item.ts";
import { plain } from "./plain.ts";

/** What a command was to do, for a person whose command was refused. */
const FAILURES = {
  send: "message was not sent",
  edit: "edit was not saved",
  delete: "message was not deleted",
  react: "reaction was not saved",
};

/** Tells the reader what happens in the log, where they would not see it. */
export class Announcements {
  constructor(private readonly chat: Pick<Chat, "notices" | "me" | "people" | "addOns">) {}

  refused({ command }: Item, reason: string): void {
    this.chat.notices.tell(`Your ${FAILURES[command.action]}. ${reason}`);
  }

  /** Has a screen reader say the last message of somebody else; of a room that is not open, only that there is one. */
  arrived(entries: readonly Entry[], room: { readonly title: string; readonly open: boolean }): void {
    const message = entries.findLast((entry) => entry.kind === "message" && entry.sender !== this.chat.me.value!.user);
    if (message?.kind === "message") {
      const name = authorOf(this.chat, message).name ?? "…";
      this.chat.notices.say(room.open ? `${name}: ${plain(message.text ?? "")}` : `New message from ${name} in ${room.title}`);
    }
  }
}
