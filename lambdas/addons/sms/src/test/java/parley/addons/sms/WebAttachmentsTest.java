package parley.addons.sms;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.net.URI;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import parley.addons.sms.Attachments.Outcome;
import parley.outside.TooLarge;

class WebAttachmentsTest {

  private static final String PATH =
      "/2010-04-01/Accounts/%s/Messages/MM1/Media/ME1".formatted(FakeKeys.SID);
  private static final String PROOF = new Account(FakeKeys.SID, "token").proof();

  private final FakeKeys keys = new FakeKeys();
  private final List<String> asked = new ArrayList<>();
  private final Deque<Download.Answer> answers = new ArrayDeque<>();
  private final WebAttachments twilio =
      new WebAttachments(this::get, "https://api.twilio.com", keys);

  private Download.Answer get(URI address, Map<String, String> headers) throws IOException {
    asked.add(address + " " + headers);
    var answer = answers.removeFirst();
    if (answer.status() == 0) {
      throw new IOException("slow");
    }
    if (answer.status() == 1) {
      throw new TooLarge(Picture.LARGEST);
    }
    return answer;
  }

  @Test
  void itIsAskedForAsTheAccountAtTwiliosOwnOrigin() {
    answer(200, "");

    assertThat(twilio.fetch("MM1", "ME1")).isInstanceOf(Outcome.Got.class);
    assertThat(asked)
        .containsExactly("https://api.twilio.com%s {Authorization=%s}".formatted(PATH, PROOF));
  }

  @Test
  void whereItIsSentOnToNoKeysAreShown() {
    answer(307, "https://mms.twiliocdn.com/x?Signature=y");
    answer(200, "");

    assertThat(twilio.fetch("MM1", "ME1")).isInstanceOf(Outcome.Got.class);
    assertThat(asked).last().isEqualTo("https://mms.twiliocdn.com/x?Signature=y {}");
  }

  @Test
  void itIsSentOnOnceAndOnlyOverHttps() {
    answer(302, "https://mms.twiliocdn.com/x");
    answer(302, "https://mms.twiliocdn.com/y");
    assertThatThrownBy(() -> twilio.fetch("MM1", "ME1")).hasMessageContaining("answered 302");
    assertThat(asked).hasSize(2);

    for (var location :
        List.of(
            "http://169.254.169.254/latest/meta-data",
            "http://api.twilio.com/x",
            "file:///etc/passwd",
            "https:opaque",
            "https:///x",
            "not an address")) {
      asked.clear();
      answer(307, location);
      assertThatThrownBy(() -> twilio.fetch("MM1", "ME1"))
          .as(location)
          .isInstanceOf(IllegalStateException.class);
      assertThat(asked).hasSize(1);
    }
  }

  @Test
  void aStandInOnThisMachineMaySendOnToItself() {
    var local = new WebAttachments(this::get, "http://127.0.0.1:5000", keys);
    answer(307, "http://127.0.0.1:5000/stored/x");
    answer(200, "");
    local.fetch("MM1", "ME1");
    assertThat(asked).last().isEqualTo("http://127.0.0.1:5000/stored/x {}");

    answer(307, "http://127.0.0.1:5001/stored/x");
    assertThatThrownBy(() -> local.fetch("MM1", "ME1")).isInstanceOf(IllegalStateException.class);
  }

  @Test
  void whatIsTooLargeOrGoneIsSaidAndWhatFailsIsTriedAgain() {
    answer(1, "");
    assertThat(twilio.fetch("MM1", "ME1")).isEqualTo(new Outcome.TooLarge());
    answer(307, "https://mms.twiliocdn.com/x");
    answer(1, "");
    assertThat(twilio.fetch("MM1", "ME1")).isEqualTo(new Outcome.TooLarge());
    answer(404, "");
    assertThat(twilio.fetch("MM1", "ME1")).isEqualTo(new Outcome.Gone());
    for (var status : List.of(0, 403, 429, 500, 503)) {
      answer(status, "");
      assertThatThrownBy(() -> twilio.fetch("MM1", "ME1"))
          .isInstanceOf(IllegalStateException.class);
    }
  }

  @Test
  void aTokenThatWasReplacedIsTriedAtOnceAndWithoutAnAccountNothingIsAsked() {
    keys.current = Optional.of(new Account(FakeKeys.SID, "new"));
    answer(401, "");
    answer(200, "");
    assertThat(twilio.fetch("MM1", "ME1")).isInstanceOf(Outcome.Got.class);
    assertThat(asked).hasSize(2);

    keys.known = Optional.empty();
    keys.current = Optional.empty();
    assertThatThrownBy(() -> twilio.fetch("MM1", "ME1")).hasMessageContaining("answered 401");
    assertThat(asked).hasSize(2);
  }

  private void answer(int status, String location) {
    answers.add(new Download.Answer(status, location, new byte[0]));
  }
}
