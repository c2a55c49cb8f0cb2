package parley.addons.slack;

import java.util.Map;

/** The circles of Slack that stand for people's colors. */
final class Circles {

  /** Of a color that people could not choose when this was written, and of nobody known. */
  private static final String OTHER = ":white_circle:";

  /** By the colors of identity's palette. Slack has no teal and no pink one: those next to them. */
  private static final Map<String, String> OF =
      Map.of(
          "red", ":red_circle:",
          "orange", ":large_orange_circle:",
          "amber", ":large_yellow_circle:",
          "green", ":large_green_circle:",
          "teal", ":large_green_circle:",
          "blue", ":large_blue_circle:",
          "violet", ":large_purple_circle:",
          "pink", ":large_purple_circle:");

  private Circles() {}

  /** The name of the emoji. */
  static String of(String color) {
    return OF.getOrDefault(color, OTHER);
  }
}
