import type { Chat } from "../../chat.ts";
import type { MessageEntry } from "../../messages/entry.ts";
import type { Room } from "../../rooms/room.ts";
import type { AddOn, Working } from "../addOn.ts";
import { picturesOf } from "./pictures.ts";
import { SmsOfRoom } from "./SmsOfRoom.tsx";
import { SmsPicture } from "./SmsPicture.tsx";
import { SmsSection } from "./SmsSection.tsx";

/** The pictures of messages, one's number in the profile, and in a room's details of what one wants SMS. */
class Sms implements Working {
  constructor(private readonly chat: Chat) {}

  withMessage(message: MessageEntry) {
    const pictures = picturesOf(message);
    return (
      pictures.length > 0 && (
        <div class="sms__pictures">
          {pictures.map(({ id }, place) => (
            <SmsPicture
              key={id}
              chat={this.chat}
              room={message.room}
              id={id}
              label={pictures.length === 1 ? "Picture" : `Picture ${place + 1} of ${pictures.length}`}
            />
          ))}
        </div>
      )
    );
  }

  inProfile() {
    return <SmsSection key="sms" chat={this.chat} />;
  }

  inDetails(room: Room) {
    return <SmsOfRoom key="sms" chat={this.chat} room={room} />;
  }
}

/** Rooms by SMS. */
export const sms: AddOn = { name: "sms", title: "SMS", start: (chat) => new Sms(chat) };
