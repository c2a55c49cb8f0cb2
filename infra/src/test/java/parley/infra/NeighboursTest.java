package parley.infra;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import parley.infra.config.Instances;
import parley.infra.review.Plain;

/**
 * Instances in the same account and region, side by side: nothing of one is another's. Their names
 * begin alike on purpose.
 */
class NeighboursTest {

  private static final List<String> NAMES = List.of("acme", "acme-two", "acme2", "ac", "zeta");

  private static final Map<String, Neighbour> STACKS = new LinkedHashMap<>();

  /**
   * A stack with every expression resolved as CloudFormation would: what it makes is named after
   * the stack and the logical id.
   */
  private record Neighbour(String stack, JsonNode template) {

    /** Its resources, by logical id: a name and ARNs that are its own. */
    Set<String> arns() {
      var arns = new HashSet<String>();
      template
          .path("Resources")
          .fieldNames()
          .forEachRemaining(id -> arns.addAll(List.of(physical(id), arn(id))));
      return arns;
    }

    /** What its roles allow, and what its resources allow to others. */
    Set<String> patterns() {
      var patterns = new TreeSet<String>();
      for (var resource : template.path("Resources")) {
        for (var statements : resource.findValues("Statement")) {
          for (var statement : statements.isArray() ? statements : List.of(statements)) {
            var allowed = statement.path("Resource");
            (allowed.isArray() ? allowed.valueStream() : Stream.of(allowed))
                .map(this::resolve)
                .forEach(patterns::add);
          }
        }
        var source = resource.at("/Properties/SourceArn");
        if (!source.isMissingNode()) {
          patterns.add(resolve(source));
        }
      }
      patterns.remove("");
      return patterns;
    }

    /** Names that the template itself gives. */
    Set<String> given() {
      var given = new TreeSet<String>();
      for (var resource : template.path("Resources").properties()) {
        for (var property :
            List.of(
                "TableName",
                "FunctionName",
                "RoleName",
                "BucketName",
                "QueueName",
                "TopicName",
                "UserPoolName",
                "LogGroupName",
                "AlarmName",
                "Domain")) {
          var value = resource.getValue().path("Properties").path(property);
          // A function's permission, version and alias name the function that they are of.
          if (!value.isMissingNode()
              && !resource
                  .getValue()
                  .path("Type")
                  .asText()
                  .matches("AWS::Lambda::(Permission|Version|Alias|EventSourceMapping)")) {
            given.add(property + " " + resolve(value));
          }
        }
      }
      template
          .path("Outputs")
          .forEach(
              output -> {
                if (output.has("Export")) {
                  given.add("export " + resolve(output.at("/Export/Name")));
                }
              });
      return given;
    }

    private String physical(String id) {
      return "%s-%s-1A2B3C4D5E6F".formatted(stack, id);
    }

    private String arn(String id) {
      return "arn:aws:any:eu-west-1:111122223333:" + physical(id);
    }

    private String resolve(JsonNode value) {
      return Plain.text(withNames(value));
    }

    private JsonNode withNames(JsonNode value) {
      var json = value.deepCopy();
      if (json.has("Ref")) {
        return new com.fasterxml.jackson.databind.node.TextNode(ref(json.path("Ref").asText()));
      }
      if (json.has("Fn::GetAtt")) {
        var id = json.at("/Fn::GetAtt/0").asText();
        var attribute = json.at("/Fn::GetAtt/1").asText();
        var text = attribute.contains("Arn") ? arn(id) : physical(id) + "-" + attribute;
        return new com.fasterxml.jackson.databind.node.TextNode(text);
      }
      if (json.has("Fn::Join")) {
        var text = new StringBuilder();
        for (var part : json.at("/Fn::Join/1")) {
          text.append(text.isEmpty() ? "" : json.at("/Fn::Join/0").asText()).append(resolve(part));
        }
        return new com.fasterxml.jackson.databind.node.TextNode(text.toString());
      }
      return json;
    }

    private String ref(String name) {
      return switch (name) {
        case "AWS::AccountId" -> "111122223333";
        case "AWS::Region" -> "eu-west-1";
        case "AWS::Partition" -> "aws";
        case "AWS::URLSuffix" -> "amazonaws.com";
        case "AWS::StackName" -> stack;
        default -> physical(name);
      };
    }
  }

  @BeforeAll
  static void synthesize(@TempDir Path folder) throws Exception {
    var text = Files.readString(Path.of("../instances/demo.yaml"));
    for (var name : NAMES) {
      Files.writeString(folder.resolve(name + ".yaml"), text);
    }
    var instances = new Instances(folder);
    for (var name : NAMES) {
      var instance = instances.named(name);
      STACKS.put(name, new Neighbour(instance.stack(), Synthesized.of(instance).template()));
    }
  }

  @Test
  void theyShareNoNameAndNoExport() {
    for (var one : STACKS.values()) {
      for (var other : STACKS.values()) {
        if (one != other) {
          assertThat(one.given())
              .as("%s and %s", one.stack(), other.stack())
              .doesNotContainAnyElementsOf(other.given());
        }
      }
    }
  }

  @Test
  void nothingThatOneAllowsIsAboutAnythingOfAnother() {
    for (var one : STACKS.values()) {
      for (var other : STACKS.values()) {
        if (one != other) {
          assertThat(reached(one, other)).as("%s of %s", one.stack(), other.stack()).isEmpty();
        }
      }
    }
  }

  /** That the test can see: each role reaches what is its own. */
  @Test
  void whatOneAllowsIsAboutItsOwn() {
    for (var one : STACKS.values()) {
      assertThat(reached(one, one)).as(one.stack()).hasSizeGreaterThan(50);
    }
  }

  /** The names and ARNs of the other which a pattern of the one matches, or names within it. */
  private static List<String> reached(Neighbour one, Neighbour other) {
    var arns = other.arns();
    return one.patterns().stream()
        .flatMap(
            pattern -> {
              var anything = Pattern.compile(regex(pattern));
              return arns.stream()
                  .filter(arn -> anything.matcher(arn).matches() || pattern.contains(arn))
                  .map(arn -> pattern + " is about " + arn);
            })
        .toList();
  }

  private static String regex(String pattern) {
    return Pattern.quote(pattern).replace("*", "\\E.*\\Q").replace("?", "\\E.\\Q");
  }
}
