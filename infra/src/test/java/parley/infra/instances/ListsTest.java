package parley.infra.instances;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import parley.infra.config.ConfigError;
import parley.infra.config.ConfigException;

/** Lists, records by name, times and time zones in an instance's file, as add-ons have them. */
class ListsTest {

  private static final String LEAST = "title: Chat\nsignIn:\n  selfSignUp: false\n";

  private static final String BUTTONS =
      """
      addOns:
        panic:
          buttons:
            zoo:
              room: reception
              place: Ground floor
              name: Front desk
              csr: |
                -----BEGIN CERTIFICATE REQUEST-----
                MIHPMHcCAQAwFTETMBEGA1UEAwwKZnJvbnQtZGVzazBZMBMGByqGSM49AgEGCCqG
                SM49AwEHA0IABKjHuV9JteLo17McyfCcpd8FM3WGrkgLWquC3ENTqyCC81fVozaP
                yI7NT37ohQqIvkmdvbnWgixYZD4Xs8r/EO6gADAKBggqhkjOPQQDAgNIADBFAiAO
                DUUSC/uZkVyBpvVm43Q7PlvrkpHVv9akDt69+wJnOwIhAJ9okXnU+f0HWwDEQNnV
                /gqOpWznKX4E+8Gqy+wRzDPP
                -----END CERTIFICATE REQUEST-----
            desk:
              room: reception
              place: Ground floor
              name: Front desk
              csr: |
                -----BEGIN CERTIFICATE REQUEST-----
                MIHPMHcCAQAwFTETMBEGA1UEAwwKZnJvbnQtZGVzazBZMBMGByqGSM49AgEGCCqG
                SM49AwEHA0IABKjHuV9JteLo17McyfCcpd8FM3WGrkgLWquC3ENTqyCC81fVozaP
                yI7NT37ohQqIvkmdvbnWgixYZD4Xs8r/EO6gADAKBggqhkjOPQQDAgNIADBFAiAO
                DUUSC/uZkVyBpvVm43Q7PlvrkpHVv9akDt69+wJnOwIhAJ9okXnU+f0HWwDEQNnV
                /gqOpWznKX4E+8Gqy+wRzDPP
                -----END CERTIFICATE REQUEST-----
              onLong: Fire
      """;

  @TempDir private Path folder;

  @Test
  void recordsByNameAndListsAreReadInTheFilesOrder() throws IOException {
    var panic = read(LEAST + BUTTONS).addOns().panic().orElseThrow();

    assertThat(panic.buttons()).containsOnlyKeys("zoo", "desk");
    assertThat(panic.buttons().keySet().iterator().next()).isEqualTo("zoo");
    assertThat(panic.buttons().get("desk").onLong()).isEqualTo("Fire");
    assertThat(panic.tell()).isEmpty();
    assertThat(read(LEAST + BUTTONS + "    tell: [b@example.com, \"+15550100\"]\n"))
        .satisfies(
            settings ->
                assertThat(settings.addOns().panic().orElseThrow().tell())
                    .containsExactly("b@example.com", "+15550100"));
  }

  @Test
  void whatIsWrongInARecordByNameOrAListIsToldWithItsLine() throws IOException {
    refuses(
        LEAST + "addOns:\n  panic: {}\n",
        "5: missing: addOns.panic.buttons must be set: The buttons, each under a name of its own,"
            + " which is a part of its thing's.");
    refuses(
        LEAST + "addOns:\n  panic:\n    buttons: [a]\n",
        "6: wrong-type: addOns.panic.buttons must hold names, each with what is set for it");
    refuses(
        LEAST + BUTTONS.replace("desk:", "Front Desk:"),
        "%d: not-allowed: a name in addOns.panic.buttons is \"Front Desk\"; allowed is a letter, then up to 39 lower-case letters, digits or \"-\""
            .formatted(19));
    refuses(
        LEAST + BUTTONS.replace("desk:", "zoo:"),
        "19: duplicate-key: addOns.panic.buttons.zoo is written twice; once is allowed");
    refuses(
        LEAST + BUTTONS.replace("onLong", "onlong"),
        "31: unknown-key: addOns.panic.buttons.desk.onlong is no setting; allowed in"
            + " addOns.panic.buttons.desk are [room, place, name, csr, onSingle, onDouble, onLong,"
            + " revoked]");
    refuses(
        LEAST + BUTTONS + "    tell: nobody\n", "32: wrong-type: addOns.panic.tell must be a list");
    refuses(
        LEAST + BUTTONS + "    tell: [b@example.com, 5550100]\n",
        "32: wrong-type: a value in addOns.panic.tell is \"5550100\"; it must be text");
    assertThat(
            errors(
                LEAST
                    + "addOns:\n  panic:\n    buttons:\n      A b: {room: r}\n      C d: {room: r}\n"))
        .extracting(ConfigError::message)
        .contains(
            "addOns.panic.buttons.A b.place must be set: Where the button is.",
            "addOns.panic.buttons.C d.place must be set: Where the button is.")
        .noneMatch(message -> message.contains("twice"));
    refuses(
        LEAST + BUTTONS.replaceFirst("MIHPMHcCAQ", "MIHPMHcCAA"),
        "11: not-allowed: addOns.panic.buttons.zoo.csr is \"-----BEGIN CERTIFICATE REQUEST----- …\";"
            + " allowed is what begins with -----BEGIN CERTIFICATE REQUEST-----, signed with its own key");
    assertThat(errors(LEAST + BUTTONS.replace("BEGIN CERTIFICATE REQUEST", "BEGIN PRIVATE KEY")))
        .extracting(ConfigError::code)
        .containsExactly("not-allowed", "not-allowed");
  }

  @Test
  void aListHoldsWhatItsEntriesAllow() throws IOException {
    var triggers = LEAST + "addOns:\n  triggers:\n";
    assertThat(read(triggers + "    digests: []\n").addOns().on()).containsOnlyKeys("triggers");
    refuses(
        triggers + "    digests: {}\n", "6: wrong-type: addOns.triggers.digests must be a list");
    refuses(
        triggers
            + "    webhooks:\n      - {name: a, url: \"https://a.example\", events: [message]}\n",
        "7: not-allowed: a value in addOns.triggers.webhooks[0].events is \"message\"; allowed is a type of"
            + " docs/events.md, such as message.posted");
    refuses(
        triggers + "    webhooks:\n      - {name: a, url: \"https://a.example\", events: []}\n",
        "7: not-allowed: addOns.triggers.webhooks[0].events has 0 entries; allowed are 1 to 10");
    refuses(
        triggers + "    webhooks:\n      - {name: a, url: \"https://a.example\"}\n",
        "7: missing: addOns.triggers.webhooks[0].events must be set: Which events it is told of.");
    var webhook = "      - {name: a, url: \"https://a.example\", events: [message.posted]}\n";
    refuses(
        triggers + "    webhooks:\n" + webhook + webhook,
        "8: not-allowed: addOns.triggers.webhooks[1].name is \"a\", as that of an earlier one;"
            + " allowed is each once");
  }

  @Test
  void aTextIsInAListOnce() throws IOException {
    refuses(
        LEAST + BUTTONS + "    tell:\n      - a@x.org\n      - b@x.org\n      - a@x.org\n",
        "35: not-allowed: addOns.panic.tell[2] is \"a@x.org\", as an earlier one; allowed is each"
            + " once");
    refuses(
        webhookAt("https://a.example").replace("posted]", "posted, message.posted]"),
        "9: not-allowed: addOns.triggers.webhooks[0].events[1] is \"message.posted\", as an earlier"
            + " one; allowed is each once");
  }

  @Test
  void anAddressOfAWebhookIsOfHttpsUnlessItIsOnThisMachine() throws IOException {
    for (var url :
        List.of(
            "http://hooks.example.com",
            "https://localhost/in",
            "https://10.0.0.1/in",
            "https://[::1]/in",
            "https://ada@hooks.example.com/",
            "https://hooks.example.com/a b",
            "ftp://hooks.example.com")) {
      assertThat(errors(webhookAt(url))).as(url).hasSize(1);
    }
    for (var url :
        List.of(
            "https://hooks.example.com",
            "https://hooks.example.com:8443/a/b?c=d",
            "http://localhost:4000/in")) {
      assertThat(read(webhookAt(url)).addOns().on()).as(url).containsOnlyKeys("triggers");
    }
  }

  private static String webhookAt(String url) {
    return LEAST
        + "addOns:\n  triggers:\n    webhooks:\n      - name: a\n        url: \"%s\"\n"
            .formatted(url)
        + "        events: [message.posted]\n";
  }

  @Test
  void aTimeNeedsNoQuotesAndAZoneMustBeOne() throws IOException {
    var digest =
        LEAST + "addOns:\n  triggers:\n    digests:\n      - room: AAAAAAAAAAAAAAAAAAAAAA\n";
    assertThat(read(digest + "        at: 10:30\n").addOns().triggers().orElseThrow().digests())
        .singleElement()
        .satisfies(one -> assertThat(one.at()).isEqualTo("10:30"))
        .satisfies(one -> assertThat(one.zone()).isEqualTo("UTC"));
    refuses(
        digest + "        at: 24:00\n",
        "8: not-allowed: addOns.triggers.digests[0].at is \"24:00\"; allowed is a time from 00:00 to"
            + " 23:59");
    refuses(
        digest + "        at: 09:00\n        zone: Europe/Nowhere\n",
        "9: not-allowed: addOns.triggers.digests[0].zone is \"Europe/Nowhere\"; allowed is a time"
            + " zone's name, such as Europe/Berlin");
  }

  private Settings read(String yaml) throws IOException {
    Files.writeString(folder.resolve("acme.yaml"), yaml);
    return new Instances(folder).named("acme").settings();
  }

  private List<ConfigError> errors(String yaml) throws IOException {
    Files.writeString(folder.resolve("acme.yaml"), yaml);
    var refused =
        catchThrowableOfType(ConfigException.class, () -> new Instances(folder).named("acme"));
    return refused.errors();
  }

  private void refuses(String yaml, String error) throws IOException {
    assertThat(errors(yaml))
        .extracting(ConfigError::toString)
        .containsExactly(folder.resolve("acme.yaml") + ":" + error);
  }
}
