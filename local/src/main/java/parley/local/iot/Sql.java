package parley.local.iot;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import java.util.regex.Pattern;

/**
 * A rule's SQL, of which there is: {@code SELECT} of terms with names, {@code FROM} one topic
 * without wildcards. A term is {@code encode(*, 'base64')}, {@code timestamp()}, {@code traceid()},
 * or a text of letters, digits and {@code _ . = -}. Source: the IoT Core developer guide, "AWS IoT
 * SQL reference".
 *
 * @param topic the topic whose messages it is about
 */
record Sql(List<Term> terms, String topic) {

  private static final Pattern STATEMENT =
      Pattern.compile("SELECT (.+) FROM '([^'+#]{1,256})'", Pattern.DOTALL);

  private static final Pattern TERM =
      Pattern.compile(
          "\\s*(encode\\(\\*, 'base64'\\)|timestamp\\(\\)|traceid\\(\\)|'[\\w.=-]*') AS"
              + " (\\w+)\\s*(,|$)");

  /**
   * A message that was published.
   *
   * @param clientId who published it
   * @param time in milliseconds
   * @param trace an id of its own
   */
  record Message(String topic, byte[] payload, String clientId, long time, String trace) {}

  /** A member of what a rule gives. */
  record Term(String name, Function<Message, JsonNode> value) {}

  /** Reads one; throws {@link IllegalArgumentException} where there is anything else in it. */
  static Sql read(String text) {
    var statement = STATEMENT.matcher(text.strip());
    if (!statement.matches()) {
      throw unknown(text);
    }
    var terms = new ArrayList<Term>();
    var term = TERM.matcher(statement.group(1));
    var at = 0;
    while (at < statement.group(1).length()) {
      if (!term.find(at) || term.start() != at) {
        throw unknown(statement.group(1).substring(at));
      }
      terms.add(new Term(term.group(2), value(term.group(1))));
      at = term.end();
    }
    return new Sql(List.copyOf(terms), statement.group(2));
  }

  /** What it gives of a message; empty where it is not about it. */
  Optional<JsonNode> select(Message message) {
    if (!message.topic().equals(topic)) {
      return Optional.empty();
    }
    var selected = JsonNodeFactory.instance.objectNode();
    terms.forEach(term -> selected.set(term.name(), term.value().apply(message)));
    return Optional.of(selected);
  }

  private static Function<Message, JsonNode> value(String term) {
    var json = JsonNodeFactory.instance;
    return switch (term) {
      case "encode(*, 'base64')" ->
          message -> json.textNode(Base64.getEncoder().encodeToString(message.payload()));
      case "timestamp()" -> message -> json.numberNode(message.time());
      case "traceid()" -> message -> json.textNode(message.trace());
      default -> {
        var text = json.textNode(term.substring(1, term.length() - 1));
        yield _ -> text;
      }
    };
  }

  private static IllegalArgumentException unknown(String part) {
    return new IllegalArgumentException(
        "of IoT's SQL the twin does not know \"%s\": there are SELECT, encode(*, 'base64'), timestamp(), traceid(), texts, AS, and FROM one topic"
            .formatted(part));
  }
}
