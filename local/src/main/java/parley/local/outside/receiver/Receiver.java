package parley.local.outside.receiver;

import static java.nio.charset.StandardCharsets.UTF_8;

import com.fasterxml.jackson.databind.ObjectMapper;
import java.security.SecureRandom;
import java.time.Duration;
import java.util.ArrayDeque;
import java.util.Base64;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Queue;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import parley.local.outside.Answer;
import parley.local.outside.Form;
import parley.local.outside.Party;
import parley.local.outside.Request;
import parley.local.outside.Surroundings;

/**
 * Takes webhooks, and refuses what is not signed or is too old. It answers how often it was given
 * each. A person can have it fail for a while.
 */
public final class Receiver implements Party {

  private static final ObjectMapper JSON = new ObjectMapper();
  private static final String ORIGIN = "https://receiver.example";

  /** Longer than a sender should wait, and shorter than until it tries again. */
  private static final Duration SLOW = Duration.ofSeconds(12);

  private static final int MOST = 10_000;

  private final Map<String, Integer> taken = new HashMap<>();
  private final Queue<Failure> failures = new ArrayDeque<>();
  private @Nullable Surroundings surroundings;

  /** How it fails. */
  private enum Failure {
    REFUSE,
    REDIRECT,
    SLOW,
    NONSENSE
  }

  @Override
  public String name() {
    return "receiver";
  }

  @Override
  public Set<String> origins() {
    return Set.of(ORIGIN);
  }

  /** A key for the customer that calls this receiver "example". */
  @Override
  public Map<String, String> keys() {
    var key = new byte[32];
    new SecureRandom().nextBytes(key);
    return Map.of("example", Signature.PREFIX + Base64.getEncoder().encodeToString(key));
  }

  @Override
  public void start(Surroundings in) {
    surroundings = in;
  }

  @Override
  public Answer answer(Request request) throws InterruptedException {
    var signature = new Signature(in().keys().values(), in().clock());
    var refusal = signature.refusal(request.headers(), new String(request.body(), UTF_8));
    if (refusal.isPresent()) {
      return Answer.of(401, "text/plain", refusal.get());
    }
    var failure = nextFailure();
    return failure == null ? take(request.headers().getOrDefault("webhook-id", "")) : fail(failure);
  }

  private synchronized @Nullable Failure nextFailure() {
    return failures.poll();
  }

  private synchronized Answer take(String id) {
    if (taken.size() >= MOST) {
      taken.clear();
    }
    var times = taken.merge(id, 1, Integer::sum);
    return Answer.json(200, JSON.createObjectNode().put("id", id).put("times", times).toString());
  }

  private Answer fail(Failure failure) throws InterruptedException {
    return switch (failure) {
      case REFUSE -> Answer.of(503, "text/plain", "not now");
      case REDIRECT -> new Answer(307, Map.of("Location", ORIGIN + "/elsewhere"), new byte[0]);
      case SLOW -> {
        Thread.sleep(SLOW);
        yield Answer.of(200, "text/plain", "at last");
      }
      case NONSENSE -> new Answer(299, Map.of("Content-Type", "?"), new byte[] {0, -1, -2});
    };
  }

  @Override
  public List<Form> forms() {
    return List.of(
        new Form(
            "fail",
            "Fail",
            List.of(
                Form.Field.choice("how", "How", List.of("refuse", "redirect", "slow", "nonsense")),
                Form.Field.choice("times", "How often", List.of("1", "2", "3", "10")))));
  }

  @Override
  public synchronized String submit(String form, Map<String, String> fields) {
    var how = Failure.valueOf(fields.getOrDefault("how", "").toUpperCase(Locale.ROOT));
    var times = Integer.parseInt(fields.getOrDefault("times", ""));
    for (var i = 0; i < times; i++) {
      failures.add(how);
    }
    return "the next %d will fail".formatted(failures.size());
  }

  private Surroundings in() {
    return Objects.requireNonNull(surroundings);
  }
}
