package parley.addons.sms;

import parley.kernel.Ids;
import parley.kernel.Json;

/**
 * An SMS that is to be sent. It names no number: that is looked up when it is sent.
 *
 * @param id what it is known by, however often it is tried
 * @param user to whom
 * @param room of which it tells; "" for one about the add-on itself
 * @param author who wrote there; "" for one about the add-on itself
 */
record Outgoing(String id, String user, String room, String author, String text) {

  /** One of a message in a room. */
  static Outgoing of(String user, String room, long seq, String author, String text) {
    return new Outgoing(
        Ids.derived("message", user, room, Long.toString(seq)), user, room, author, text);
  }

  /** One about something else that happened, once each. */
  static Outgoing about(String what, String user, String text) {
    return new Outgoing(Ids.derived("about", user, what), user, "", "", text);
  }

  static Outgoing read(String body) {
    return Json.MAPPER.convertValue(Json.read(body), Outgoing.class);
  }
}
