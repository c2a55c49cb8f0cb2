package parley.addons.sms;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import parley.addons.sms.Attachments.Outcome;
import parley.outside.FakeClock;

class KeepPicturesTest {

  private final FakeClock clock = new FakeClock();
  private final FakePictures pictures = new FakePictures();
  private final Map<String, Outcome> atTwilio = new HashMap<>();
  private final List<String> fetched = new ArrayList<>();
  private final KeepPictures keep = new KeepPictures(this::fetch, pictures, clock);

  private Outcome fetch(String message, String attachment) {
    fetched.add(message + " " + attachment);
    var outcome = atTwilio.get(attachment);
    if (outcome == null) {
      throw new IllegalStateException("Twilio answered 503");
    }
    return outcome;
  }

  @Test
  void picturesAreKnownByTheirBytesWhateverIsSaidOfThem() {
    has("ME1", "\u00ff\u00d8\u00ff\u00e0 and so on");
    has("ME2", "\u0089PNG\r\n\u001a\n and so on");
    has("ME3", "GIF89a and so on");
    has("ME4", "RIFF\u0001\u0002\u0003\u0004WEBPVP8 ");

    var kept =
        keep(image("ME1"), image("ME2"), image("ME3"), new Attachment("ME4", "image/svg+xml"));

    assertThat(kept.media())
        .extracting(Kept.Medium::type)
        .containsExactly("image/jpeg", "image/png", "image/gif", "image/webp");
    assertThat(kept.said("")).isEqualTo("4 pictures");
    assertThat(kept.said("look")).isEqualTo("look");
  }

  @Test
  void whatIsNoPictureIsLeftOutAndSaidSo() {
    has("ME1", "<svg onload='alert(1)'/>");
    has("ME2", "");
    has("ME3", "RIFF\u0001\u0002\u0003\u0004AVI and so on");
    atTwilio.put("ME4", new Outcome.TooLarge());
    atTwilio.put("ME5", new Outcome.Gone());

    var kept =
        keep(
            image("ME1"),
            image("ME2"),
            image("ME3"),
            image("ME4"),
            image("ME5"),
            new Attachment("ME6", "video/mp4"),
            new Attachment("", "image/png"));

    assertThat(pictures.kept).isEmpty();
    assertThat(kept.data()).isEmpty();
    assertThat(fetched).noneMatch(one -> one.contains("ME6"));
    assertThat(kept.said("look"))
        .isEqualTo(
            "look\n\n1 attachment was left out: larger than 3 MB."
                + "\n\n4 attachments were left out: no JPEG, PNG, GIF or WebP."
                + "\n\n2 attachments were left out: not to be had from Twilio.");
  }

  @Test
  void whatIsTriedAgainIsKeptInTheSamePlace() {
    has("ME1", "GIF89a and so on");
    assertThatThrownBy(() -> keep(image("ME1"), image("ME2"))).hasMessageContaining("503");
    assertThat(pictures.kept).hasSize(1);

    has("ME2", "GIF89a another");
    var kept = keep(image("ME1"), image("ME2"));
    assertThat(keep(image("ME1"), image("ME2"))).isEqualTo(kept);
    assertThat(pictures.kept).hasSize(2).containsKey("r1/" + kept.media().getFirst().id());
    assertThat(kept.data().orElseThrow().toString())
        .isEqualTo(
            "{\"media\":[{\"id\":\"%s\",\"type\":\"image/gif\",\"bytes\":16},"
                    .formatted(kept.media().get(0).id())
                + "{\"id\":\"%s\",\"type\":\"image/gif\",\"bytes\":14}]}"
                    .formatted(kept.media().get(1).id()));
  }

  @Test
  void nothingIsBegunForWhichThereIsNoTime() {
    var end = clock.instant();
    clock.pass(Duration.ofSeconds(1));

    assertThatThrownBy(() -> keep.keep(sms(image("ME1")), end)).hasMessageContaining("no time");
    assertThat(fetched).isEmpty();
  }

  private void has(String attachment, String bytes) {
    atTwilio.put(attachment, new Outcome.Got(bytes.getBytes(ISO_8859_1)));
  }

  private Kept keep(Attachment... attachments) {
    return keep.keep(sms(attachments), clock.instant());
  }

  private static Written sms(Attachment... attachments) {
    return new Written("MM1", "r1", "ada", "", List.of(attachments));
  }

  private static Attachment image(String sid) {
    return new Attachment(sid, "image/jpeg");
  }
}
