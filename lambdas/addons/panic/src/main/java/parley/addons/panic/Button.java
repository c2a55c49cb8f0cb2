package parley.addons.panic;

import com.fasterxml.jackson.databind.JsonNode;

/**
 * A button, as the instance's file has it.
 *
 * @param thing the name of its thing
 * @param room where it is heard
 * @param place where it is
 * @param name what it is called
 * @param texts what each click says, by its name in lower case
 */
record Button(String thing, String room, String place, String name, JsonNode texts) {

  static Button of(JsonNode json) {
    return new Button(
        json.path("thing").asText(),
        json.path("room").asText(),
        json.path("place").asText(),
        json.path("name").asText(),
        json);
  }

  String says(Click click) {
    return texts
        .path(
            switch (click) {
              case SINGLE -> "single";
              case DOUBLE -> "double";
              case LONG -> "long";
            })
        .asText();
  }
}
