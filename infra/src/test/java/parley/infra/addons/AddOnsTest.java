package parley.infra.addons;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import parley.infra.Naming;
import parley.infra.Review;
import parley.infra.Synthesized;

/** An add-on only adds, whichever others are on. */
class AddOnsTest {

  /**
   * The services' resources that must name what was added: the APIs' deployments and the stages
   * that show them, and the site's settings with the role that copies them.
   */
  private static final Set<String> NAME_WHAT_WAS_ADDED =
      Set.of(
          "RestApiDeployment",
          "RestApiDeploymentStageapi",
          "SocketDeployment",
          "SocketStage",
          "PagesCustomResource512MiB",
          "PagesRole");

  /** What CloudFormation must not lose when an add-on is switched off. */
  private static final Set<String> HOLDS_DATA =
      Set.of(
          "AWS::DynamoDB::GlobalTable",
          "AWS::S3::Bucket",
          "AWS::SQS::Queue",
          "AWS::Kinesis::Stream",
          "AWS::SecretsManager::Secret");

  /** Ways and no stores, and what is known of retries: the add-ons' pages say that they go. */
  private static final Set<String> SAID_TO_GO =
      Set.of("MessagesPostsTable5160CFF3", "PanicAlarmsTable1B50D967", "StreamEventsDDC9B72B");

  private static final Map<Set<String>, Map<String, JsonNode>> STACKS = new LinkedHashMap<>();

  @BeforeAll
  static void synthesize() {
    for (var instance : Subsets.all()) {
      STACKS.put(
          Set.copyOf(instance.settings().addOns().on().keySet()),
          resources(Synthesized.of(instance)));
    }
  }

  @Test
  void theLargestInstanceHasAllOfThem() {
    assertThat(Synthesized.LARGEST.settings().addOns().on())
        .hasSize(AddOns.class.getRecordComponents().length);
  }

  @Test
  void theServicesResourcesStayAsTheyAreButForThoseThatNameWhatWasAdded() {
    var without = STACKS.get(Set.of());
    var changed = new TreeSet<String>();
    STACKS
        .values()
        .forEach(
            with ->
                without.keySet().stream()
                    .filter(id -> !without.get(id).equals(with.get(id)))
                    .map(AddOnsTest::withoutDigest)
                    .forEach(changed::add));
    assertThat(changed).isEqualTo(NAME_WHAT_WAS_ADDED);
  }

  @Test
  void whatAnAddOnAddsIsTheSameWhateverElseIsOn() {
    STACKS.forEach(
        (on, together) -> {
          for (var addOn : on) {
            var alone = added(Set.of(addOn));
            alone.keySet().removeIf(id -> NAME_WHAT_WAS_ADDED.contains(withoutDigest(id)));
            assertThat(together).as("%s among %s", addOn, on).containsAllEntriesOf(alone);
          }
        });
  }

  /** CloudFormation refuses an update in which an id changes its type. */
  @Test
  void anIdHasOneTypeWhateverIsOn() {
    var types = new TreeMap<String, Set<String>>();
    STACKS
        .values()
        .forEach(
            stack ->
                stack.forEach(
                    (id, resource) ->
                        types
                            .computeIfAbsent(id, absent -> new TreeSet<>())
                            .add(resource.path("Type").asText())));
    assertThat(types.values()).allSatisfy(some -> assertThat(some).hasSize(1));
  }

  @Test
  void whatHoldsDataIsKeptWhenAnAddOnIsSwitchedOff() {
    var all = Subsets.all().getLast().settings().addOns().on().keySet();
    var lost =
        added(all).entrySet().stream()
            .filter(e -> HOLDS_DATA.contains(e.getValue().path("Type").asText()))
            .filter(e -> !e.getValue().path("DeletionPolicy").asText().startsWith("Retain"))
            .map(Map.Entry::getKey)
            .collect(Collectors.toCollection(TreeSet::new));
    assertThat(lost)
        .as("data that goes with its add-on, which docs/addons must say")
        .isEqualTo(SAID_TO_GO);
  }

  /** What stays keeps its name: CloudFormation could not make it when the add-on comes again. */
  @Test
  void whatIsRetainedHasNoFixedPhysicalName() {
    var named = new TreeSet<String>();
    STACKS
        .values()
        .forEach(
            stack ->
                stack.forEach(
                    (id, resource) -> {
                      if (resource.path("DeletionPolicy").asText().startsWith("Retain")
                          && Naming.shown(resource).isPresent()) {
                        named.add(id);
                      }
                    }));
    assertThat(named).isEmpty();
  }

  @Test
  void neitherNoneNorEachAloneNorAllHaveFindings() {
    for (var instance : Subsets.noneEachAndAll()) {
      assertThat(Review.of(instance).open()).isEmpty();
    }
  }

  /** The resources that are there only with these add-ons. */
  private static Map<String, JsonNode> added(Set<String> on) {
    var added = new TreeMap<>(STACKS.get(on));
    added.keySet().removeAll(STACKS.get(Set.of()).keySet());
    return added;
  }

  /** CDK ends a logical id with the digits of a digest. */
  private static String withoutDigest(String id) {
    return id.replaceFirst("([0-9A-F]{16}|[0-9A-F]{8}([0-9a-f]{32})?)$", "");
  }

  private static Map<String, JsonNode> resources(Synthesized stack) {
    var resources = new TreeMap<String, JsonNode>();
    stack.each(resources::put);
    return resources;
  }
}
