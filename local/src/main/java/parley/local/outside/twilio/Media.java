package parley.local.outside.twilio;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.IOException;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import parley.local.outside.Answer;
import parley.local.outside.Request;

/**
 * What came with messages. Whoever shows the account is sent on to a store, whose addresses are
 * good by themselves; it refuses what shows keys nevertheless, as S3 does. An id says which sample
 * it is of, so that nothing needs to be kept.
 */
final class Media {

  private static final String STORE = "/stored/";
  private static final String NOTHING = "nothing";
  private static final String ALL = "one of each";
  private static final Pattern SID = Pattern.compile("ME[0-9a-f]{30}([0-9a-f]{2})");

  private Media() {}

  /** What a person can choose. */
  static List<String> choices() {
    return Stream.concat(Stream.of(NOTHING, ALL), Arrays.stream(Sample.values()).map(Media::called))
        .toList();
  }

  /**
   * The fields of a message with what was chosen.
   *
   * @param message its address
   */
  static Map<String, String> fields(String chosen, String message) {
    var samples =
        Arrays.stream(Sample.values())
            .filter(sample -> chosen.equals(ALL) || chosen.equals(called(sample)))
            .toList();
    var fields = new LinkedHashMap<String, String>();
    fields.put("NumMedia", Integer.toString(samples.size()));
    for (var at = 0; at < samples.size(); at++) {
      fields.put("MediaUrl" + at, message + "/Media/" + sid(message, samples.get(at)));
      fields.put("MediaContentType" + at, samples.get(at).type());
    }
    return fields;
  }

  /** Sends on to the store, where the path is that of something which came with a message. */
  static Optional<Answer> sendOn(Request request) {
    var sid = request.path().replaceFirst(".*/Media/", "");
    if (!request.path().contains("/Media/") || sample(sid).isEmpty()) {
      return Optional.empty();
    }
    var to = "http://%s%s%s".formatted(request.headers().get("host"), STORE, sid);
    return Optional.of(new Answer(307, Map.of("Location", to), new byte[0]));
  }

  /** What the store answers, where it is asked. */
  static Optional<Answer> stored(Request request) throws IOException {
    if (!request.path().startsWith(STORE)) {
      return Optional.empty();
    }
    if (request.headers().containsKey("authorization")) {
      return Optional.of(Answer.of(400, "text/plain", "Only one auth mechanism allowed"));
    }
    var sample = sample(request.path().substring(STORE.length()));
    return Optional.of(
        sample.isEmpty()
            ? Answer.of(404, "text/plain", "NoSuchKey")
            : new Answer(200, Map.of("Content-Type", sample.get().type()), sample.get().bytes()));
  }

  private static String called(Sample sample) {
    return sample.name().toLowerCase(Locale.ROOT).replace('_', ' ');
  }

  private static String sid(String message, Sample sample) {
    var hex = UUID.nameUUIDFromBytes(message.getBytes(UTF_8)).toString().replace("-", "");
    return "ME%s%02x".formatted(hex.substring(0, 30), sample.ordinal());
  }

  private static Optional<Sample> sample(String sid) {
    var found = SID.matcher(sid);
    return found.matches()
        ? Arrays.stream(Sample.values())
            .filter(sample -> sample.ordinal() == Integer.parseInt(found.group(1), 16))
            .findFirst()
        : Optional.empty();
  }
}
