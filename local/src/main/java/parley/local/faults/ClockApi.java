package parley.local.faults;

import java.time.Duration;
import java.time.format.DateTimeParseException;
import java.util.function.Consumer;
import parley.local.faults.FaultsApi.Asked;
import parley.local.faults.FaultsApi.Reply;

/** What can be asked of the twin's clock. */
record ClockApi(TurnedForward clock, Rules rules, Consumer<String> console) {

  /** So that no time becomes one that programs do not expect. */
  private static final Duration FARTHEST = Duration.ofDays(365);

  /** {@code GET}: what it says; {@code POST}: turns it forward. */
  Reply answer(Asked asked) throws Invalid {
    switch (asked.method()) {
      case "GET" -> {}
      case "POST" -> forward(FaultsApi.body(asked).path("forward").asText());
      default -> throw FaultsApi.method(asked, "GET, POST");
    }
    return new Reply(
        200,
        FaultsApi.object()
            .put("now", clock.instant().toString())
            .put("ahead", clock.by().toString()));
  }

  private void forward(String text) throws Invalid {
    var more = duration(text);
    if (!more.isPositive() || clock.by().plus(more).compareTo(FARTHEST) > 0) {
      throw new Invalid(
          400,
          "invalid-clock",
          "forward is \"%s\", and the clock is %s ahead; it turns forward only, as PT2H or P1D, by %s in all"
              .formatted(text, clock.by(), FARTHEST));
    }
    clock.forward(more);
    rules.count("clock", "");
    console.accept("faults: the clock is now %s ahead".formatted(clock.by()));
  }

  private static Duration duration(String text) {
    try {
      return Duration.parse(text);
    } catch (DateTimeParseException e) {
      return Duration.ZERO;
    }
  }
}
