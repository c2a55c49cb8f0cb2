package parley.infra;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;
import parley.infra.review.Plain;

class FunctionsTest {

  private static final Synthesized STACK = Synthesized.FULL;

  @Test
  void everyFunctionHasARoleOfItsOwn() {
    var roles =
        functions().values().stream().map(f -> f.at("/Role/Fn::GetAtt/0").asText()).toList();
    assertThat(roles).doesNotHaveDuplicates().hasSize(66);
    // The others are CDK's own function's, API Gateway's and EventBridge's for the add-on stream,
    // IoT's for panic, and Scheduler's two for triggers.
    assertThat(STACK.all("AWS::IAM::Role")).hasSize(roles.size() + 6);
  }

  @Test
  void noRoleTakesAManagedPolicy() {
    STACK
        .all("AWS::IAM::Role")
        .forEach((id, role) -> assertThat(role.has("ManagedPolicyArns")).as(id).isFalse());
  }

  @Test
  void everyFunctionIsCalledThroughAnAliasOfAPublishedSnapshot() {
    var aliased = new HashSet<String>();
    STACK
        .all("AWS::Lambda::Alias")
        .forEach(
            (id, alias) -> {
              assertThat(alias.path("Name").asText()).isEqualTo("live");
              aliased.add(alias.at("/FunctionName/Ref").asText());
            });
    assertThat(aliased).isEqualTo(functions().keySet());
    functions()
        .forEach(
            (id, function) -> {
              assertThat(function.at("/SnapStart/ApplyOn").asText())
                  .as(id)
                  .isEqualTo("PublishedVersions");
              assertThat(function.path("Runtime").asText()).as(id).isEqualTo("java25");
              assertThat(Plain.text(function.path("Architectures"))).as(id).isEqualTo("arm64");
              assertThat(function.at("/LoggingConfig/LogFormat").asText()).as(id).isEqualTo("JSON");
            });
  }

  @Test
  void everyFunctionWritesALogOfItsOwnThatIsKeptAsSet() {
    var logs =
        functions().values().stream()
            .map(f -> f.at("/LoggingConfig/LogGroup/Ref").asText())
            .toList();
    assertThat(logs).doesNotHaveDuplicates();
    logs.forEach(
        log ->
            assertThat(STACK.all("AWS::Logs::LogGroup").get(log).path("RetentionInDays").asInt())
                .isEqualTo(365));
  }

  @Test
  void noPermissionIsAWildcard() {
    var actions = new ArrayList<String>();
    var resources = new ArrayList<String>();
    STACK
        .all("AWS::IAM::Role")
        .forEach(
            (id, holder) -> {
              for (var statement : holder.at("/Policies/0/PolicyDocument/Statement")) {
                resources.addAll(texts(statement.path("Resource")));
                actions.addAll(texts(statement.path("Action")));
              }
            });
    assertThat(actions).isNotEmpty().noneMatch(action -> action.contains("*"));
    assertThat(resources).isNotEmpty().doesNotContain("*");
  }

  @Test
  void apiGatewayMayInvokeAFunctionOnlyFromItsOwnRoutes() {
    STACK
        .all("AWS::Lambda::Permission")
        .forEach(
            (id, permission) -> {
              assertThat(permission.path("Principal").asText())
                  .as(id)
                  .isEqualTo("apigateway.amazonaws.com");
              assertThat(Plain.text(permission.path("SourceArn")))
                  .as(id)
                  .matches(
                      ".*:\\$\\{(RestApi|SocketApi)}/(\\$\\{RestApiDeploymentStageapi}/[A-Z]+/.*|ws/[$a-z]+|authorizers/.*)");
            });
  }

  /** A function that is told of no table or peer has no right to it either. */
  @Test
  void aTableThatAFunctionMayUseIsInItsEnvironment() {
    functions()
        .forEach(
            (id, function) -> {
              var told = new ArrayList<String>();
              function
                  .at("/Environment/Variables")
                  .forEach(value -> told.add(value.path("Ref").asText()));
              var role = function.at("/Role/Fn::GetAtt/0").asText();
              assertThat(told).as(id).containsAll(tablesOf(role));
            });
  }

  private static List<String> tablesOf(String role) {
    var tables = new ArrayList<String>();
    var policy = STACK.all("AWS::IAM::Role").get(role).at("/Policies/0/PolicyDocument");
    for (var statement : policy.path("Statement")) {
      if (texts(statement.path("Action")).stream()
          .anyMatch(
              a ->
                  a.startsWith("dynamodb:")
                      && !a.contains("Stream")
                      && !a.contains("Records")
                      && !a.contains("Shard"))) {
        statement
            .path("Resource")
            .findValues("Fn::GetAtt")
            .forEach(arn -> tables.add(arn.path(0).asText()));
      }
    }
    return tables;
  }

  private static List<String> texts(JsonNode value) {
    return value.isArray()
        ? value.valueStream().map(Plain::text).toList()
        : List.of(Plain.text(value));
  }

  private static Map<String, JsonNode> functions() {
    var functions = new TreeMap<>(STACK.all("AWS::Lambda::Function"));
    functions.keySet().removeIf(id -> id.startsWith("CustomCDKBucketDeployment"));
    return functions;
  }
}
