package parley.tests.twin;

import static java.nio.charset.StandardCharsets.UTF_8;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import parley.local.iot.Say;

/** The demo's panic buttons, pressed as the twin's own devices, and who was told by SNS. */
final class Pressed {

  private static final ObjectMapper JSON = new ObjectMapper();
  private static final Path DATA = Path.of("target/twin");
  private static final String THING = "parley-demo_";

  private Pressed() {}

  /** In the form of the AWS IoT button. */
  static void press(String button, String click) throws IOException {
    say(
        button,
        JSON.writeValueAsString(
            Map.of(
                "serialNumber",
                "G030JF051234567X",
                "batteryVoltage",
                "1567mV",
                "clickType",
                click)));
  }

  /** In the form of our own. */
  static void press(String button, String click, String id) throws IOException {
    say(button, JSON.writeValueAsString(Map.of("id", id, "click", click)));
  }

  /** Publishes on the button's topic. */
  static void say(String button, String payload) throws IOException {
    var thing = THING + button;
    Say.say(DATA.resolve("iot"), thing, "parley-demo/buttons/" + thing, payload.getBytes(UTF_8));
  }

  /** All that went out by SNS. */
  static List<JsonNode> told() {
    var file = DATA.resolve("notifications.jsonl");
    try {
      return Files.exists(file)
          ? Files.readAllLines(file).stream().map(Streamed::read).toList()
          : List.of();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
