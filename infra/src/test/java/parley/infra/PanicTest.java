package parley.infra;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Base64;
import java.util.List;
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

    assertThat(of(certificates, "frontdesk").path("Status").asText()).isEqualTo("ACTIVE");
    assertThat(of(rules, "frontdesk").at("/TopicRulePayload/RuleDisabled").asBoolean()).isFalse();
    assertThat(of(certificates, "pharmacy").path("Status").asText()).isEqualTo("REVOKED");
    assertThat(of(rules, "pharmacy").at("/TopicRulePayload/RuleDisabled").asBoolean()).isTrue();
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

  /** Without the sign between the two names, each would be {@code parley-acme-two-desk}. */
  @Test
  void buttonsOfTwoInstancesAreTwoThingsWhateverTheirNames() throws IOException {
    var acme = instance("acme", "front-desk:", "two-desk:");
    var other = instance("acme-two", "front-desk:", "desk:");

    assertThat(things(acme)).contains("parley-acme_two-desk");
    assertThat(things(other))
        .contains("parley-acme-two_desk")
        .doesNotContainAnyElementsOf(things(acme));
  }

  @Test
  void buttonsWhoseNamesDifferInAHyphenAreTwoThings() throws IOException {
    var text = largest().replace("front-desk:", "desk-1:").replace("pharmacy:", "desk1:");

    assertThat(things(written("largest", text)))
        .containsExactlyInAnyOrder("parley-largest_desk-1", "parley-largest_desk1");
  }

  @Test
  void addressesThatDifferInASignAreToldEach() throws IOException {
    var told = List.of("a.b@x.org", "a-b@x.org", "a/b@x.org", "a--b@x.org", "a~1b@x.org");
    var alike = instance("largest", "\"+15550100\", on-call@example.com", String.join(", ", told));

    assertThat(alike.all("AWS::SNS::Subscription").values())
        .extracting(subscription -> subscription.path("Endpoint").asText())
        .containsAll(told);
  }

  @Test
  void whatIsSetForAButtonReachesTheFunctionWhateverCharactersItHas() throws IOException {
    var place = "it's here \\\\ ü ' AS x FROM '#' ${a}";
    var rules =
        instance("largest", "place: Ground floor", "place: " + place).all("AWS::IoT::TopicRule");

    var encoded = SETTINGS.matcher(of(rules, "frontdesk").at("/TopicRulePayload/Sql").asText());
    assertThat(encoded.find()).isTrue();
    var settings = new ObjectMapper().readTree(Base64.getUrlDecoder().decode(encoded.group(1)));
    assertThat(settings.path("place").asText()).isEqualTo(place);
    assertThat(settings.path("thing").asText()).isEqualTo("parley-largest_front-desk");
  }

  @Test
  void withoutAnybodyToTellThereIsNoTopicForIt() throws IOException {
    var nobody = instance("largest", "    tell: [\"+15550100\", on-call@example.com]\n", "");

    assertThat(nobody.all("AWS::SNS::Topic").keySet()).allMatch(id -> id.startsWith("Watch"));
    assertThat(Synthesized.FULL.all("AWS::SNS::Subscription").values())
        .extracting(subscription -> subscription.path("Protocol").asText())
        .containsExactlyInAnyOrder("email", "email", "sms");
  }

  /** The largest instance under a name, with something else in its file. */
  private Synthesized instance(String name, String line, String other) throws IOException {
    assertThat(largest()).contains(line);
    return written(name, largest().replace(line, other));
  }

  private static String largest() throws IOException {
    return Files.readString(Path.of("src/test/resources/instances/largest.yaml"));
  }

  private Synthesized written(String name, String text) throws IOException {
    Files.writeString(folder.resolve(name + ".yaml"), text);
    return Synthesized.of(new Instances(folder).named(name));
  }

  private static List<String> things(Synthesized stack) {
    return stack.all("AWS::IoT::Thing").values().stream()
        .map(thing -> thing.path("ThingName").asText())
        .toList();
  }

  private static JsonNode of(Map<String, JsonNode> resources, String part) {
    return resources.entrySet().stream()
        .filter(resource -> resource.getKey().contains(part))
        .map(Map.Entry::getValue)
        .findFirst()
        .orElseThrow();
  }
}
