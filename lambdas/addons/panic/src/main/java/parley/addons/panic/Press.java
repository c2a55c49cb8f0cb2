package parley.addons.panic;

import static java.nio.charset.StandardCharsets.UTF_8;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.time.Instant;
import java.util.Arrays;
import java.util.Base64;
import java.util.Optional;
import java.util.regex.Pattern;
import parley.kernel.Json;

/**
 * That a button was pressed.
 *
 * @param button which one, by IoT Core's word and not by its own
 * @param id the button's own id of the press, the same over all its retries; empty where its kind
 *     has none
 * @param trace IoT Core's id of the message
 * @param received when IoT Core had it
 * @param battery what the button says of its battery; "" where it says nothing
 */
record Press(
    Button button,
    Click click,
    Optional<String> id,
    String trace,
    Instant received,
    String battery) {

  private static final Pattern ID = Pattern.compile("[A-Za-z0-9_-]{1,64}");
  private static final Pattern BATTERY = Pattern.compile("[0-9]{1,5} ?(mV|%)");

  /**
   * Reads what the topic rule makes of a message: {@code {payload, button, trace, received}}, the
   * first two in Base64. The payload is AWS's button's or ours.
   *
   * @throws Unreadable where it is neither
   */
  static Press of(JsonNode said) throws Unreadable {
    var button = Button.of(Json.read(text(Base64.getUrlDecoder(), said.path("button").asText())));
    var payload = payload(button, text(Base64.getDecoder(), said.path("payload").asText()));
    var awsOwn = payload.has("clickType");
    var id = payload.path("id").asText();
    if (!awsOwn && !ID.matcher(id).matches()) {
      throw new Unreadable(button, "its id is not 1 to 64 letters, digits, \"-\" or \"_\"");
    }
    return new Press(
        button,
        click(button, payload.path(awsOwn ? "clickType" : "click")),
        awsOwn ? Optional.empty() : Optional.of(id),
        said.path("trace").asText(),
        Instant.ofEpochMilli(said.path("received").asLong()),
        battery(payload.path(awsOwn ? "batteryVoltage" : "battery").asText()));
  }

  /** A press that cannot be read: the button's mistake, or that of whoever has its key. */
  static final class Unreadable extends IOException {

    private static final long serialVersionUID = 1L;

    Unreadable(Button button, String why) {
      super("what %s said cannot be read: %s".formatted(button.thing(), why));
    }
  }

  private static JsonNode payload(Button button, String text) throws Unreadable {
    try {
      var payload = Json.MAPPER.readTree(text);
      if (payload.isObject()) {
        return payload;
      }
    } catch (JsonProcessingException e) {
      // The same as what is JSON and no object.
    }
    throw new Unreadable(button, "it is no JSON object");
  }

  private static Click click(Button button, JsonNode said) throws Unreadable {
    return Arrays.stream(Click.values())
        .filter(click -> click.name().equals(said.textValue()))
        .findFirst()
        .orElseThrow(() -> new Unreadable(button, "its click is not SINGLE, DOUBLE or LONG"));
  }

  /** It is shown to people: what does not look like one is not. */
  private static String battery(String said) {
    return BATTERY.matcher(said).matches() ? said : "";
  }

  private static String text(Base64.Decoder decoder, String base64) {
    return new String(decoder.decode(base64), UTF_8);
  }
}
