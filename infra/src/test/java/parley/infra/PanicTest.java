package parley.infra;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Base64;
import java.util.Map;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import parley.infra.instances.Instances;
import parley.infra.review.Plain;

/** What the add-on panic makes of its buttons' settings. */
class PanicTest {

  private static final Pattern SETTINGS = Pattern.compile("'([\\w-]+)' AS button");

  @TempDir private Path folder;

  @Test
  void aButtonThatWasLostHasNoCertificateAndIsNotHeard() {
    var certificates = Synthesized.FULL.all("AWS::IoT::Certificate");
    var rules = Synthesized.FULL.all("AWS::IoT::TopicRule");

    assertThat(of(certificates, "FrontDesk").path("Status").asText()).isEqualTo("ACTIVE");
    assertThat(of(rules, "FrontDesk").at("/TopicRulePayload/RuleDisabled").asBoolean()).isFalse();
    assertThat(of(certificates, "Pharmacy").path("Status").asText()).isEqualTo("REVOKED");
    assertThat(of(rules, "Pharmacy").at("/TopicRulePayload/RuleDisabled").asBoolean()).isTrue();
  }

  @Test
  void aDeviceMayConnectAsItsThingAndPublishOnItsTopicAlone() {
    var statements =
        Synthesized.FULL.only("AWS::IoT::Policy").at("/PolicyDocument/Statement").valueStream();

    assertThat(
            statements.map(
                statement ->
                    "%s %s"
                        .formatted(
                            statement.path("Action").asText(),
                            Plain.text(statement.path("Resource")).replaceFirst(".*:", ""))))
        .hasSize(2)
        .allMatch(line -> line.startsWith("iot:"))
        .noneMatch(line -> line.contains("*"));
  }

  @Test
  void whatIsSetForAButtonReachesTheFunctionWhateverCharactersItHas() throws IOException {
    var place = "it's here \\\\ ü ' AS x FROM '#' ${a}";
    var rules = changed("place: Ground floor", "place: " + place).all("AWS::IoT::TopicRule");

    var encoded = SETTINGS.matcher(of(rules, "FrontDesk").at("/TopicRulePayload/Sql").asText());
    assertThat(encoded.find()).isTrue();
    var settings = new ObjectMapper().readTree(Base64.getUrlDecoder().decode(encoded.group(1)));
    assertThat(settings.path("place").asText()).isEqualTo(place);
    assertThat(settings.path("thing").asText()).isEqualTo("parley-largest-front-desk");
  }

  @Test
  void withoutAnybodyToTellThereIsNoTopicForIt() throws IOException {
    var nobody = changed("    tell: [\"+15550100\", on-call@example.com]\n", "");

    assertThat(nobody.all("AWS::SNS::Topic").keySet()).allMatch(id -> id.startsWith("Watch"));
    assertThat(Synthesized.FULL.all("AWS::SNS::Subscription").values())
        .extracting(subscription -> subscription.path("Protocol").asText())
        .containsExactlyInAnyOrder("email", "email", "sms");
  }

  /** The largest instance with something else in its file. */
  private Synthesized changed(String line, String other) throws IOException {
    var text = Files.readString(Path.of("src/test/resources/instances/largest.yaml"));
    assertThat(text).contains(line);
    Files.writeString(folder.resolve("largest.yaml"), text.replace(line, other));
    return Synthesized.of(new Instances(folder).named("largest"));
  }

  private static JsonNode of(Map<String, JsonNode> resources, String part) {
    return resources.entrySet().stream()
        .filter(resource -> resource.getKey().contains(part))
        .map(Map.Entry::getValue)
        .findFirst()
        .orElseThrow();
  }
}
