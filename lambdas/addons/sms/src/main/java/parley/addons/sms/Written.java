package parley.addons.sms;

import parley.kernel.Json;

/**
 * An SMS that is to be written in a room.
 *
 * @param sid Twilio's id of it
 * @param user who sent it
 */
record Written(String sid, String room, String user, String text) {

  static Written read(String body) {
    return Json.MAPPER.convertValue(Json.read(body), Written.class);
  }
}
