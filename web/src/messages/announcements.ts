import type { Notices } from "../platform/notices.ts";
import type { Entry, MessageEntry } from "./entry.ts";
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
  constructor(
    private readonly notices: Notices,
    private readonly nameOf: (message: MessageEntry) => string,
    private readonly me: () => string,
  ) {}

  refused({ command }: Item, reason: string): void {
    this.notices.tell(`Your ${FAILURES[command.action]}. ${reason}`);
  }

  /** Has a screen reader say the last message of somebody else; of a room that is not open, only that there is one. */
  arrived(entries: readonly Entry[], room: { readonly title: string; readonly open: boolean }): void {
    const message = entries.findLast((entry) => entry.kind === "message" && entry.sender !== this.me());
    if (message?.kind === "message") {
      const name = this.nameOf(message);
      this.notices.say(room.open ? `${name}: ${plain(message.text ?? "")}` : `New message from ${name} in ${room.title}`);
    }
  }
}
