package parley.addons.sms;

import java.util.List;
import org.jspecify.annotations.Nullable;
import parley.kernel.Json;

/**
 * An SMS that is to be written in a room.
 *
 * @param sid Twilio's id of it
 * @param user who sent it
 * @param text what they wrote; may be empty where something is attached
 * @param attachments what came with it; none where one from before there were any says nothing
 */
record Written(String sid, String room, String user, String text, List<Attachment> attachments) {

  Written(
      String sid, String room, String user, String text, @Nullable List<Attachment> attachments) {
    this.sid = sid;
    this.room = room;
    this.user = user;
    this.text = text;
    this.attachments = attachments == null ? List.of() : List.copyOf(attachments);
  }

  static Written read(String body) {
    return Json.MAPPER.convertValue(Json.read(body), Written.class);
  }
}
