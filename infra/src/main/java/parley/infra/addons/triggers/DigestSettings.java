package parley.infra.addons.triggers;

import parley.infra.config.Setting;

/** A room that is told each day how many messages how many people wrote there. */
public record DigestSettings(
    @Setting(
            about = "The room's id.",
            pattern = "[A-Za-z0-9_-]{22}",
            allowed = "a room's id, of 22 characters, as it stands in its address")
        String room,
    @Setting(
            about = "At which time of day.",
            pattern = "([01][0-9]|2[0-3]):[0-5][0-9]",
            allowed = "a time from 00:00 to 23:59")
        String at,
    @Setting(
            about = "In which time zone.",
            otherwise = "UTC",
            allowed = "a time zone's name, such as Europe/Berlin",
            timeZone = true)
        String zone) {

  /** The time as EventBridge Scheduler has it: minute, hour, and every day. */
  String cron() {
    return "cron(%d %d * * ? *)"
        .formatted(Integer.parseInt(at.substring(3)), Integer.parseInt(at.substring(0, 2)));
  }
}
