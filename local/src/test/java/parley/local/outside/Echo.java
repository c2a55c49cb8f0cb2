package parley.local.outside;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.net.URI;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** A party that repeats what it hears, and calls the stack's site when it is asked to. */
public final class Echo implements Party {

  public static final String ORIGIN = "https://echo.example";
  private @Nullable Surroundings surroundings;

  @Override
  public String name() {
    return "echo";
  }

  @Override
  public Set<String> origins() {
    return Set.of(ORIGIN);
  }

  @Override
  public Map<String, String> keys() {
    return Map.of("token", "echo-token-1");
  }

  @Override
  public void start(Surroundings with) {
    surroundings = with;
  }

  @Override
  public Answer answer(Request request) {
    if (request.path().equals("/broken")) {
      throw new IllegalStateException("out of order");
    }
    var known = request.headers().getOrDefault("authorization", "").equals("Bearer " + token());
    return Answer.json(known ? 200 : 401, new String(request.body(), UTF_8));
  }

  @Override
  public List<Form> forms() {
    return List.of(
        new Form(
            "shout",
            "Shout",
            List.of(
                Form.Field.text("to", "To", "/api/hear"),
                Form.Field.choice("how", "How", List.of("loud", "low")))));
  }

  @Override
  public String submit(String form, Map<String, String> fields) throws Exception {
    var with = Objects.requireNonNull(surroundings);
    var answer =
        with.send(
            new Surroundings.Sent(
                "POST",
                URI.create(with.site() + fields.get("to")),
                Map.of("Content-Type", "text/plain", "X-Token", token()),
                (fields.get("how") + " " + token()).getBytes(UTF_8)));
    return "the stack answered " + answer.status();
  }

  private String token() {
    return Objects.requireNonNull(surroundings).keys().getOrDefault("token", "");
  }
}
