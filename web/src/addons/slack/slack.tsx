import type { Chat } from "../../chat.ts";
import type { Room } from "../../rooms/room.ts";
import type { AddOn, Working } from "../addOn.ts";
import { SlackSection } from "./SlackSection.tsx";

/** Shows in a room's details with which channel of Slack it is linked. */
class Slack implements Working {
  constructor(private readonly chat: Chat) {}

  inDetails({ room, role }: Room) {
    return <SlackSection key="slack" chat={this.chat} room={room} owner={role === "owner"} />;
  }
}

/** Rooms and channels of Slack. */
export const slack: AddOn = { name: "slack", start: (chat) => new Slack(chat) };
