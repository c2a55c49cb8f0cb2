package parley.infra.instances;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import parley.infra.config.ConfigError;
import parley.infra.config.ConfigException;
import parley.infra.config.SignIn;

class InstancesTest {

  private static final String LEAST = "title: Chat\nsignIn:\n  selfSignUp: false\n";

  @TempDir private Path folder;

  @Test
  void whatIsNotSetIsSafe() throws IOException {
    var settings = read(LEAST);
    assertThat(settings.data().keep()).isTrue();
    assertThat(settings.logs().retentionDays()).isEqualTo(30);
    assertThat(settings.domain()).isEmpty();
    assertThat(settings.alarms()).isEmpty();
    assertThat(settings.signIn()).isEqualTo(new SignIn(false, Optional.empty(), Optional.empty()));
  }

  @Test
  void everyFileOfTheFolderIsAnInstanceInTheOrderOfTheirNames() throws IOException {
    Files.writeString(folder.resolve("zoo.yaml"), LEAST);
    Files.writeString(folder.resolve("acme.yaml"), LEAST);
    Files.writeString(folder.resolve("schema.json"), "{}");
    assertThat(new Instances(folder).all())
        .extracting(Instance::stack)
        .containsExactly("parley-acme", "parley-zoo");
  }

  @Test
  void anUnknownKeyIsNamedWithThoseThatThereAre() throws IOException {
    refuses(
        LEAST + "titel: Chat\n",
        "4: unknown-key: titel is no setting; allowed in the file are [title, signIn, domain, data,"
            + " logs, alarms, addOns]");
    refuses(
        LEAST + "logs:\n  days: 7\n",
        "5: unknown-key: logs.days is no setting; allowed in logs are [retentionDays]");
  }

  @Test
  void anAddOnIsOnWhereItsSettingsAreWritten() throws IOException {
    assertThat(read(LEAST).addOns().on()).isEmpty();
    assertThat(read(LEAST + "addOns:\n  typing: {}\n").addOns().on()).containsOnlyKeys("typing");
    refuses(
        LEAST + "addOns:\n  typing:\n    largestRoom: 7\n",
        "6: not-allowed: addOns.typing.largestRoom is \"7\"; allowed is one of [25, 50, 100, 250,"
            + " 500, 1000]");
    refuses(
        LEAST + "addOns:\n  typing:\n",
        "5: wrong-type: addOns.typing must hold the keys [largestRoom]");
    refuses(
        LEAST + "addOns:\n  typping: {}\n",
        "5: unknown-key: addOns.typping is no setting; allowed in addOns are [typing, slack,"
            + " sms, stream, panic, triggers]");
  }

  @Test
  void aValueOfAnotherTypeIsShownWithTheTypeThatIsMeant() throws IOException {
    refuses(
        "title: 7\nsignIn:\n  selfSignUp: false\n",
        "1: wrong-type: title is \"7\"; it must be text");
    refuses(
        "title: Chat\nsignIn:\n  selfSignUp: \"yes\"\n",
        "3: wrong-type: signIn.selfSignUp is \"yes\"; it must be true or false");
    refuses(
        LEAST + "logs:\n  retentionDays: week\n",
        "5: wrong-type: logs.retentionDays is \"week\"; it must be a whole number");
    refuses(LEAST + "data: true\n", "4: wrong-type: data must hold the keys [keep]");
    refuses(
        "title: [a]\nsignIn:\n  selfSignUp: false\n",
        "1: wrong-type: title is a collection; it must be text");
  }

  @Test
  void aValueThatIsNotAllowedIsShownWithThoseThatAre() throws IOException {
    refuses(
        LEAST + "alarms:\n  email: nobody\n",
        "5: not-allowed: alarms.email is \"nobody\"; allowed is an e-mail address");
    refuses(
        "title: \"\"\nsignIn:\n  selfSignUp: false\n",
        "1: not-allowed: title is \"\"; allowed is 1 to 60 characters");
    assertThat(errors(LEAST + "logs:\n  retentionDays: 8\n").getFirst().message())
        .contains("\"8\"", "[1, 3, 5, 7, 14");
  }

  @Test
  void aWordOfYamlsForTrueIsNotTaken() throws IOException {
    refuses(
        LEAST + "data:\n  keep: yes\n",
        "5: not-allowed: data.keep is \"yes\"; allowed is true or false");
  }

  @Test
  void whatMustBeSetIsAskedForWithWhatItIsFor() throws IOException {
    refuses(
        "signIn:\n  selfSignUp: true\n",
        "1: missing: title must be set: The name that people see on the page.");
    refuses(
        "title: Chat\n",
        "1: missing: signIn.selfSignUp must be set: True lets anybody make an account; false lets"
            + " administrators only.");
    refuses("", "1: missing: the file is empty; title and signIn must be set");
  }

  @Test
  void aKeyThatIsWrittenTwiceIsRefused() throws IOException {
    refuses(LEAST + "title: Other\n", "4: duplicate-key: title is written twice; once is allowed");
  }

  @Test
  void whatIsNoYamlIsRefusedWithItsLine() throws IOException {
    assertThat(errors("title: Chat\nsignIn: {\n").getFirst())
        .satisfies(e -> assertThat(e.code()).isEqualTo("not-yaml"))
        .satisfies(e -> assertThat(e.line()).isEqualTo(3));
  }

  @Test
  void allThatIsWrongIsToldAtOnce() throws IOException {
    assertThat(errors("titel: x\ndata:\n  keep: 1\n"))
        .extracting(ConfigError::code)
        .containsExactly("unknown-key", "missing", "missing", "wrong-type");
  }

  @Test
  void whoAsksForAnInstanceThatIsNotThereIsToldWhichAre() throws IOException {
    Files.writeString(folder.resolve("acme.yaml"), LEAST);
    assertThatThrownBy(() -> new Instances(folder).named("amce"))
        .isInstanceOf(ConfigException.class)
        .hasMessage(
            folder.resolve("amce.yaml")
                + ":1: no-such-instance: there is no instance \"amce\"; there are [acme]");
  }

  @Test
  void whoNamesAFolderThatIsNotThereIsTold() {
    assertThatThrownBy(() -> new Instances(folder.resolve("customers")).all())
        .isInstanceOf(ConfigException.class)
        .hasMessageContaining(":1: no-such-folder: there is no folder")
        .hasMessageContaining("allowed is one with instances' files");
  }

  @Test
  void aNameThatNoStackCanHaveIsRefused() throws IOException {
    Files.writeString(folder.resolve("Big Customer.yaml"), LEAST);
    assertThatThrownBy(() -> new Instances(folder).all())
        .hasMessageContaining(
            "not-allowed: the name is \"Big Customer\"; allowed is a letter, then up to 19");
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
