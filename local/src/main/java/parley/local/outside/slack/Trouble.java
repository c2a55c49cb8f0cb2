package parley.local.outside.slack;

import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import parley.local.outside.Answer;

/** What may be the matter with Slack. */
enum Trouble {
  NONE("well"),
  DOWN("down"),
  SLOW("slow"),
  NONSENSE("talking nonsense"),
  FORGETFUL("doing what it is asked, and not saying so"),
  BUSY("asking everybody to wait");

  /** Longer than anybody waits for it. */
  private static final Duration LONG = Duration.ofSeconds(15);

  private static final Duration A_WHILE = Duration.ofSeconds(8);

  private final String text;

  Trouble(String text) {
    this.text = text;
  }

  String text() {
    return text;
  }

  static Trouble of(String kind) {
    return valueOf(kind.toUpperCase(Locale.ROOT));
  }

  static List<String> kinds() {
    return Arrays.stream(values()).map(kind -> kind.name().toLowerCase(Locale.ROOT)).toList();
  }

  /** What is answered instead of doing anything; empty where it is done. */
  Optional<Answer> answer() throws InterruptedException {
    return switch (this) {
      case NONE, FORGETFUL -> Optional.empty();
      case DOWN -> Optional.of(Answer.of(503, "text/plain", "down"));
      case SLOW -> {
        Thread.sleep(LONG);
        yield Optional.of(Answer.of(504, "text/plain", "slow"));
      }
      case NONSENSE -> Optional.of(Answer.of(200, "text/html", "<html>we are sorry"));
      case BUSY -> Optional.of(WebApi.wait(A_WHILE));
    };
  }

  /** What is answered of what was done. */
  Answer after(Answer answer) {
    return this == FORGETFUL ? Answer.of(502, "text/plain", "what was it?") : answer;
  }
}
