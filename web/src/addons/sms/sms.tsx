import type { Chat } from "../../chat.ts";
import type { Room } from "../../rooms/room.ts";
import type { AddOn, Working } from "../addOn.ts";
import { SmsOfRoom } from "./SmsOfRoom.tsx";
import { SmsSection } from "./SmsSection.tsx";

/** One's number in the profile, and in a room's details of what one wants SMS. */
class Sms implements Working {
  constructor(private readonly chat: Chat) {}

  inProfile() {
    return <SmsSection key="sms" chat={this.chat} />;
  }

  inDetails(room: Room) {
    return <SmsOfRoom key="sms" chat={this.chat} room={room} />;
  }
}

/** Rooms by SMS. */
export const sms: AddOn = { name: "sms", title: "SMS", start: (chat) => new Sms(chat) };
