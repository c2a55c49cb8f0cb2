package parley.addons.triggers.webhooks;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.Clock;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.Executors;
import java.util.function.Function;
import parley.kernel.Json;

/**
 * Posts what waits in the queues to its receivers, a batch at once. What a receiver did not take,
 * for whatever reason, waits a while in the queue and comes back.
 */
final class Deliver {

  private static final String PREFIX = "webhook-";

  private final List<Webhook> webhooks;
  private final Function<String, Optional<String>> secret;
  private final Receiver receiver;
  private final Hiding queue;
  private final Clock clock;

  /** Makes a queue wait. */
  @FunctionalInterface
  interface Hiding {

    /** Nobody is handed this for a while. */
    void hide(Webhook of, String receipt, Duration time);
  }

  /**
   * Delivers to these.
   *
   * @param secret a receiver's keys by its name, as an operator wrote them
   */
  Deliver(
      List<Webhook> webhooks,
      Function<String, Optional<String>> secret,
      Receiver receiver,
      Hiding queue,
      Clock clock) {
    this.webhooks = List.copyOf(webhooks);
    this.secret = secret;
    this.receiver = receiver;
    this.queue = queue;
    this.clock = clock;
  }

  /** Serves Lambda's event of a queue; answers which of its messages come back. */
  JsonNode deliver(JsonNode batch) {
    var waiting = Waiting.of(batch);
    var keys = new HashMap<Webhook, Optional<Keys>>();
    waiting.forEach(one -> keys.computeIfAbsent(of(one), this::keys));
    var answer = Json.object();
    var failures = answer.putArray("batchItemFailures");
    try (var threads = Executors.newVirtualThreadPerTaskExecutor()) {
      var tried =
          waiting.stream()
              .map(one -> CompletableFuture.supplyAsync(() -> isTaken(one, of(one), keys), threads))
              .toList();
      for (var i = 0; i < tried.size(); i++) {
        if (!tried.get(i).join()) {
          failures.addObject().put("itemIdentifier", waiting.get(i).id());
        }
      }
    }
    return answer;
  }

  private Webhook of(Waiting one) {
    return webhooks.stream()
        .filter(webhook -> webhook.isFedBy(one.queue()))
        .findFirst()
        .orElseThrow(() -> new IllegalStateException("there is no webhook behind " + one.queue()));
  }

  /** Nothing is sent unsigned: without keys that can be used, there are none. */
  private Optional<Keys> keys(Webhook webhook) {
    try {
      var found = secret.apply(webhook.name()).map(Keys::of);
      if (found.isEmpty()) {
        System.err.println("the secret has no key named " + webhook.name());
      }
      return found;
    } catch (RuntimeException e) {
      System.err.println("the key named %s cannot be used: %s".formatted(webhook.name(), e));
      return Optional.empty();
    }
  }

  private boolean isTaken(Waiting one, Webhook webhook, Map<Webhook, Optional<Keys>> keys) {
    var its = keys.getOrDefault(webhook, Optional.empty());
    var taken = its.isPresent() && isPosted(one, webhook, its.get());
    if (!taken) {
      pause(one, webhook);
    }
    return taken;
  }

  private boolean isPosted(Waiting one, Webhook webhook, Keys keys) {
    try {
      var notice = Notice.of(Json.read(one.event()));
      var status = receiver.post(webhook.url(), headers(notice, keys), notice.body());
      if (status >= 200 && status < 300) {
        return true;
      }
      tell(webhook, one, "it answered " + status);
    } catch (IOException | UncheckedIOException | IllegalArgumentException e) {
      tell(webhook, one, e.getMessage());
    }
    return false;
  }

  private Map<String, String> headers(Notice notice, Keys keys) {
    var now = clock.instant().getEpochSecond();
    return Map.of(
        "Content-Type",
        "application/json",
        "User-Agent",
        "Parley",
        PREFIX + "id",
        notice.id(),
        PREFIX + "timestamp",
        Long.toString(now),
        PREFIX + "signature",
        keys.sign(notice.id(), now, notice.body()));
  }

  /** Where that fails it comes back in the queue's own time. */
  private void pause(Waiting one, Webhook webhook) {
    try {
      queue.hide(webhook, one.receipt(), Pauses.after(one.tries()));
    } catch (RuntimeException e) {
      System.err.println("a pause could not be set: " + e);
    }
  }

  private static void tell(Webhook webhook, Waiting one, String why) {
    System.err.println("%s did not take try %d: %s".formatted(webhook.name(), one.tries(), why));
  }
}
