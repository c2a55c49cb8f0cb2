package parley.outside;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.time.ZoneOffset;
import java.util.Optional;
import org.junit.jupiter.api.Test;

final class SecretTest {

  private Instant now = Instant.parse("2026-03-01T10:00:00Z");
  private Optional<String> stored = Optional.of("{\"signingSecret\": \"one\"}");
  private int reads;
  private final Secret secret = new Secret(this::read, clock());

  @Test
  void aValueIsReadWhenFirstAskedForAndKeptForFiveMinutes() {
    assertThat(reads).isZero();
    assertThat(secret.get("signingSecret")).contains("one");
    pass(Duration.ofSeconds(299));
    assertThat(secret.get("signingSecret")).contains("one");
    assertThat(reads).isEqualTo(1);
    stored = Optional.of("{\"signingSecret\": \"two\"}");
    pass(Duration.ofSeconds(1));
    assertThat(secret.get("signingSecret")).contains("two");
  }

  @Test
  void aReplacedKeyIsFoundAtOnceButNotAskedForAllTheTime() {
    secret.get("signingSecret");
    stored = Optional.of("{\"signingSecret\": \"two\"}");
    assertThat(secret.fresh("signingSecret")).contains("one");
    pass(Duration.ofSeconds(10));
    assertThat(secret.fresh("signingSecret")).contains("two");
    for (var i = 0; i < 100; i++) {
      secret.fresh("signingSecret");
    }
    assertThat(reads).isEqualTo(2);
  }

  @Test
  void whatIsMissingUnsetOrNoObjectOfTextsGivesNothing() {
    for (var value :
        new String[] {
          "{}",
          "",
          "null",
          "[\"one\"]",
          "\"one\"",
          "{\"signingSecret\": \"\"}",
          "{\"signingSecret\": 1}",
          "{\"signingSecret\": null}",
          "{"
        }) {
      stored = Optional.of(value);
      pass(Duration.ofMinutes(5));
      assertThat(secret.get("signingSecret")).as(value).isEmpty();
    }
    stored = Optional.empty();
    pass(Duration.ofMinutes(5));
    assertThat(secret.get("signingSecret")).isEmpty();
    assertThat(secret.fresh("signingSecret")).isEmpty();
  }

  @Test
  void whereItCannotBeReadNothingIsLetPassAndItIsTriedAgain() {
    var broken =
        new Secret(
            () -> {
              reads++;
              throw new IllegalStateException("not reached");
            },
            clock());
    assertThatThrownBy(() -> broken.get("signingSecret")).hasMessage("not reached");
    assertThatThrownBy(() -> broken.get("signingSecret")).hasMessage("not reached");
    assertThat(reads).isEqualTo(2);
  }

  private Optional<String> read() {
    reads++;
    return stored;
  }

  private void pass(Duration time) {
    now = now.plus(time);
  }

  private Clock clock() {
    InstantSource source = () -> now;
    return source.withZone(ZoneOffset.UTC);
  }
}
