package parley.addons.sms;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.URI;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import parley.addons.sms.Twilio.Outcome;

class WebTwilioTest {

  private final FakeKeys keys = new FakeKeys();
  private final List<String> asked = new ArrayList<>();
  private int status = 201;
  private String body = "{\"sid\": \"SM1\"}";
  private final WebTwilio twilio =
      new WebTwilio(this::ask, "https://api.twilio.com", "+15005550006", keys);

  private Http.Answer ask(URI address, Map<String, String> headers, @Nullable String form)
      throws IOException {
    asked.add("%s %s %s".formatted(address.getPath(), headers.get("Authorization"), form));
    if (status == 0) {
      throw new IOException("slow");
    }
    return new Http.Answer(status, body);
  }

  @Test
  void anSmsIsSentAsTheAccount() {
    assertThat(twilio.send("+15005550010", "tea & cake", "https://x/y?message=1"))
        .isEqualTo(new Outcome.Taken("SM1"));

    assertThat(asked)
        .containsExactly(
            "/2010-04-01/Accounts/%s/Messages.json Basic QUMwMDAwMDAwMDAwMDAwMDAwMDAwMDAwMDAwMDAwMDAwMDp0b2tlbg== To=%%2B15005550010&From=%%2B15005550006&Body=tea+%%26+cake&StatusCallback=https%%3A%%2F%%2Fx%%2Fy%%3Fmessage%%3D1"
                .formatted(FakeKeys.SID));
  }

  @Test
  void aMessagingServiceSendsInsteadOfANumber() {
    var sid = "MG" + "0".repeat(32);
    var service = new WebTwilio(this::ask, "https://api.twilio.com", sid, keys);
    service.send("+15005550010", "x", "");

    assertThat(asked.getFirst())
        .endsWith("To=%2B15005550010&MessagingServiceSid=" + sid + "&Body=x");
  }

  @Test
  void whatTwilioSaysIsUnderstood() {
    assertOutcome(400, "{\"code\": 21610}", new Outcome.Refused(21610));
    assertOutcome(400, "{\"code\": 21606}", new Outcome.NotNow("Twilio refused with 21606"));
    assertOutcome(429, "", new Outcome.NotNow("Twilio answered 429"));
    assertOutcome(503, "", new Outcome.NotNow("Twilio answered 503"));
    assertOutcome(500, "", new Outcome.Unknown("Twilio answered 500"));
    assertOutcome(400, "<html>", new Outcome.Unknown("Twilio answered 400"));
    assertOutcome(201, "<html>we are sorry", new Outcome.Unknown("Twilio answered nonsense"));
    assertOutcome(201, "[]", new Outcome.Unknown("Twilio answered nonsense"));
    assertOutcome(0, "", new Outcome.Unknown("there was no answer"));
  }

  @Test
  void aTokenThatWasReplacedIsTriedAtOnce() {
    keys.current = Optional.of(new Account(FakeKeys.SID, "new"));
    status = 401;

    assertThat(twilio.send("+15005550010", "x", ""))
        .isEqualTo(new Outcome.NotNow("Twilio answered 401"));
    assertThat(asked).hasSize(2);
    twilio.send("+15005550010", "x", "");
    assertThat(asked).hasSize(3);
  }

  @Test
  void withoutAnAccountNothingIsAsked() {
    keys.known = Optional.empty();
    keys.current = Optional.empty();

    assertThat(twilio.send("+15005550010", "x", "")).isInstanceOf(Outcome.NotNow.class);
    assertThat(asked).isEmpty();
  }

  @Test
  void aBillIsReadWhereThereIsOne() {
    status = 200;
    body = "{\"num_segments\": \"2\", \"price\": \"-0.0158\", \"price_unit\": \"USD\"}";
    assertThat(twilio.bill("SM1")).contains(new Twilio.Bill(2, Optional.of(0.0158), "USD"));
    body = "{\"num_segments\": \"1\", \"price\": null, \"price_unit\": \"usd <\"}";
    assertThat(twilio.bill("SM1")).contains(new Twilio.Bill(1, Optional.empty(), ""));
    body = "<html>";
    assertThat(twilio.bill("SM1")).isEmpty();
    status = 0;
    assertThat(twilio.bill("../x")).isEmpty();
    assertThat(asked.getLast()).contains("/Messages/").doesNotContain("token");
  }

  private void assertOutcome(int answered, String with, Outcome outcome) {
    status = answered;
    body = with;
    assertThat(twilio.send("+15005550010", "x", "")).isEqualTo(outcome);
  }
}
