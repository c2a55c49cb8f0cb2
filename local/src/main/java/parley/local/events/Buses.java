package parley.local.events;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;
import parley.local.Latest;
import parley.local.Part;
import parley.local.events.Pending.Sending;
import parley.local.events.Sender.Outcome;
import parley.local.template.ResolvedStack;
import parley.local.template.Resource;
import parley.local.template.ResourceType;
import parley.local.template.Stack;
import software.amazon.event.ruler.Machine;

/**
 * The stack's event buses and the account's own, with the rules on them. What a rule is to send is
 * kept until its target took it, in no order; a target that fails is tried again, and then told of
 * to its queue.
 */
public final class Buses implements Part {

  /** The account's own, on which AWS' services tell what happens. */
  public static final String DEFAULT = "default";

  private static final Duration FIRST_PAUSE = Duration.ofMillis(200);

  /** So many events are shown, of all buses. */
  private static final int LATEST = 200;

  private static final Duration LONGEST_PAUSE = Duration.ofSeconds(30);

  private final Pending pending;
  private final Clock clock;
  private final Consumer<String> console;
  private final ExecutorService executor = Executors.newVirtualThreadPerTaskExecutor();
  private final Map<String, Machine> buses = new ConcurrentHashMap<>();
  private final Map<String, List<Target>> targets = new ConcurrentHashMap<>();
  private final Map<String, Integer> waiting = new ConcurrentHashMap<>();
  private final Latest<Happened> latest = new Latest<>(LATEST);
  private @Nullable Sender sender;

  /** Buses whose events are kept in this folder until they are sent. */
  public Buses(Path folder, Clock clock, Consumer<String> console) {
    this.pending = new Pending(folder);
    this.clock = clock;
    this.console = console;
  }

  /** Sends by this from {@link #start} on: what reaches all of AWS is made last. */
  public void reach(Sender by) {
    sender = by;
  }

  @Override
  public List<ResourceType> types() {
    return List.of(EventTypes.BUS, EventTypes.RULE);
  }

  @Override
  public List<String> refusals(ResolvedStack stack) {
    var refusals = new ArrayList<String>();
    for (var rule : stack.all(EventTypes.RULE.name())) {
      try {
        new Machine().addRule(rule.id(), rule.get("EventPattern").toString());
      } catch (IOException e) {
        refusals.add("%s: EventPattern: %s".formatted(rule.id(), e.getMessage()));
      }
      for (var target : rule.get("Targets")) {
        var arn = target.path("Arn").asText();
        if (!arn.matches("arn:[^:]*:(kinesis|lambda|sqs):.*")) {
          refusals.add(
              "%s: the target %s is neither a function nor a queue nor a Kinesis stream, and only those are implemented"
                  .formatted(rule.id(), arn));
        }
      }
    }
    return refusals;
  }

  @Override
  public void start(Stack stack) throws IOException {
    buses.put(DEFAULT, new Machine());
    for (var bus : stack.all(EventTypes.BUS.name())) {
      buses.put(bus.text("Name"), new Machine());
    }
    for (var rule : stack.all(EventTypes.RULE.name())) {
      if (!rule.get("State").asText("ENABLED").equals("DISABLED")) {
        add(stack, rule);
      }
    }
    pending.left().forEach(this::begin);
  }

  private void add(Stack stack, Resource rule) throws IOException {
    var bus = rule.get("EventBusName").asText(DEFAULT);
    var machine = buses.get(bus);
    if (machine == null) {
      throw new IllegalArgumentException(
          "%s: EventBusName is %s; the stack has %s".formatted(rule.id(), bus, buses.keySet()));
    }
    machine.addRule(rule.id(), rule.get("EventPattern").toString());
    targets.put(
        rule.id(),
        rule.get("Targets")
            .valueStream()
            .map(target -> Target.of(rule, EventTypes.arn(stack.names(), rule.id(), bus), target))
            .toList());
  }

  /** The latest events, the newest first. */
  public List<Happened> newest() {
    return latest.newest();
  }

  /** How many events a target has not taken yet, by the rule's logical id and the target's id. */
  public int waiting(String rule, String target) {
    return waiting.getOrDefault(Target.id(rule, target), 0);
  }

  /** Whether there is such a bus. */
  boolean has(String bus) {
    return buses.containsKey(bus);
  }

  /** Puts an event on a bus: every rule that it matches is kept to be sent when this returns. */
  void put(String bus, JsonNode event) {
    var text = event.toString();
    try {
      var rules = List.copyOf(buses.get(bus).rulesForJSONEvent(text));
      latest.add(new Happened(bus, event, rules));
      for (var rule : rules) {
        for (var target : targets.get(rule)) {
          var id = "%016d-%s".formatted(clock.millis(), UUID.randomUUID());
          var sending = new Sending(id, target.id(), text);
          pending.add(sending);
          begin(sending);
        }
      }
    } catch (Exception e) {
      throw new IllegalStateException("an event could not be matched: " + e.getMessage(), e);
    }
  }

  private void begin(Sending sending) {
    var target =
        targets.values().stream()
            .flatMap(List::stream)
            .filter(one -> one.id().equals(sending.target()))
            .findFirst();
    // A rule that is gone since has nobody to send to.
    target.ifPresentOrElse(
        to -> {
          waiting.merge(to.id(), 1, Integer::sum);
          executor.execute(() -> send(sending, to));
        },
        () -> pending.done(sending));
  }

  private void send(Sending sending, Target target) {
    try {
      var failures = 0;
      for (var outcome = attempt(target, sending.event());
          outcome != Outcome.TAKEN;
          outcome = attempt(target, sending.event())) {
        if (outcome == Outcome.REFUSED || failures == target.retries()) {
          giveUp(target, sending.event(), failures + 1);
          break;
        }
        Thread.sleep(pauseAfter(failures++));
      }
      pending.done(sending);
      waiting.merge(target.id(), -1, Integer::sum);
    } catch (InterruptedException e) {
      // It is kept, and sent after the next start.
      Thread.currentThread().interrupt();
    }
  }

  private Outcome attempt(Target target, String event) {
    try {
      return sender().send(target, event);
    } catch (RuntimeException e) {
      console.accept("%s could not be sent an event: %s".formatted(target.id(), e));
      return Outcome.FAILED;
    }
  }

  private void giveUp(Target target, String event, int attempts) {
    console.accept("%s was given up after %d attempts".formatted(target.id(), attempts));
    sender().giveUp(target, event);
  }

  private Sender sender() {
    return Objects.requireNonNull(sender);
  }

  private static Duration pauseAfter(int failures) {
    var pause = FIRST_PAUSE.multipliedBy(1L << Math.min(failures, 10));
    return pause.compareTo(LONGEST_PAUSE) < 0 ? pause : LONGEST_PAUSE;
  }

  @Override
  public void close() {
    executor.shutdownNow();
  }
}
