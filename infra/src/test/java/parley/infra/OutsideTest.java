package parley.infra;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.TreeSet;
import org.junit.jupiter.api.Test;
import parley.addons.typing.ShowTypingHandler;
import parley.infra.addons.Services;
import parley.infra.platform.Function;
import parley.infra.platform.Functions;
import parley.infra.platform.Webhook;
import software.constructs.Construct;

/** What add-ons that write, hear and talk to outside parties stand on. */
class OutsideTest {

  private static final Synthesized STACK = Relay.STACK;
  private static final Synthesized WITHOUT = Synthesized.DEMO;

  @Test
  void whatWritesForAddOnsIsThereOnceAndOnlyWithOneThatAsks() {
    assertThat(handlers(WITHOUT)).noneMatch(name -> name.endsWith(".PostMessageHandler"));
    assertThat(handlers(STACK)).filteredOn(name -> name.endsWith(".PostMessageHandler")).hasSize(1);
    var added = new TreeSet<>(STACK.all("AWS::DynamoDB::GlobalTable").keySet());
    added.removeAll(WITHOUT.all("AWS::DynamoDB::GlobalTable").keySet());
    assertThat(added).hasSize(1);
    var posts = STACK.all("AWS::DynamoDB::GlobalTable").get(added.first());
    assertThat(posts.at("/KeySchema/0/AttributeName").asText()).isEqualTo("post");
    assertThat(posts.at("/TimeToLiveSpecification/AttributeName").asText()).isEqualTo("expires");
  }

  @Test
  void onlyTheDescribedRoutesAreOpen() {
    var paths = new Paths(STACK);
    var open = new TreeSet<String>();
    STACK
        .all("AWS::ApiGateway::Method")
        .values()
        .forEach(
            method -> {
              if (method.path("AuthorizationType").asText().equals("NONE")) {
                assertThat(method.has("AuthorizerId")).isFalse();
                open.add(paths.of(method));
              }
            });
    assertThat(open).containsExactly("/relay/events", "/relay/form/{part}");
  }

  @Test
  void aWebhookHasATemplateForEachMediaTypeThatItReads() {
    var raw = method("/relay/events").at("/Integration");
    assertThat(raw.path("PassthroughBehavior").asText()).isEqualTo("NEVER");
    assertThat(names(raw.path("RequestTemplates")))
        .containsExactly("application/json", "application/x-www-form-urlencoded", "text/plain");
    var form = method("/relay/form/{part}").at("/Integration");
    assertThat(names(form.path("RequestTemplates")))
        .containsExactly("application/x-www-form-urlencoded");
    assertThat(
            form.at("/IntegrationResponses/0/ResponseParameters")
                .path("method.response.header.Content-Type")
                .asText())
        .isEqualTo("'application/xml; charset=utf-8'");
  }

  @Test
  void aRouteIsOpenOnlyWhereBothSayIt() {
    assertThatThrownBy(
            () ->
                Relay.stackWith(
                    (scope, services) -> {
                      var function = function(scope, services);
                      services.on().rest().route("POST", "/relay/events", function);
                    }))
        .hasMessageContaining("POST /relay/events must be described without \"security: []\"");
    assertThatThrownBy(
            () ->
                Relay.stackWith(
                    (scope, services) -> {
                      var hook =
                          new Webhook(
                              function(scope, services), Webhook.Reads.RAW, Webhook.Answers.JSON);
                      services.on().rest().route("POST", "/tickets", hook);
                    }))
        .hasMessageContaining("POST /tickets must be described with \"security: []\"");
  }

  /** A value in the template would be put in the place of the operator's by a later deployment. */
  @Test
  void aSecretsValueIsNoPartOfTheTemplate() {
    assertThat(names(STACK.only("AWS::SecretsManager::Secret"))).isSubsetOf("Description", "Tags");
  }

  @Test
  void aQueueIsReadInBatchesOfWhichSomeMayFail() {
    var mappings = STACK.all("AWS::Lambda::EventSourceMapping");
    assertThat(mappings.values())
        .filteredOn(
            mapping -> mapping.at("/EventSourceArn/Fn::GetAtt/0").asText().contains("Queue"))
        .hasSize(2)
        .allSatisfy(
            mapping ->
                assertThat(mapping.at("/FunctionResponseTypes/0").asText())
                    .isEqualTo("ReportBatchItemFailures"));
    assertThat(STACK.all("AWS::SQS::Queue").values())
        .filteredOn(queue -> queue.has("RedrivePolicy"))
        .hasSize(2)
        .allSatisfy(
            queue -> {
              assertThat(queue.path("VisibilityTimeout").asInt()).isGreaterThanOrEqualTo(360);
              assertThat(queue.at("/RedrivePolicy/maxReceiveCount").asInt()).isEqualTo(10);
            });
    assertThat(STACK.all("AWS::CloudWatch::Alarm").keySet())
        .anyMatch(name -> name.startsWith("RelayHeardFailedFilled"))
        .anyMatch(name -> name.startsWith("RelayOwnFailedFilled"));
  }

  @Test
  void aRuleSendsToTheQueueAloneAndGivesUpToTheOther() {
    var rule = STACK.only("AWS::Events::Rule");
    assertThat(rule.at("/EventPattern/detail-type/0").asText()).isEqualTo("message.posted");
    assertThat(rule.path("Targets")).hasSize(1);
    var target = rule.at("/Targets/0");
    assertThat(target.at("/Arn/Fn::GetAtt/0").asText()).startsWith("RelayHeardQueue");
    assertThat(target.at("/DeadLetterConfig/Arn/Fn::GetAtt/0").asText())
        .startsWith("RelayHeardFailed");
    var allowed = new TreeSet<String>();
    STACK
        .all("AWS::SQS::QueuePolicy")
        .forEach(
            (id, policy) -> {
              if (policy.toString().contains("events.amazonaws.com")) {
                assertThat(policy.toString()).contains("aws:SourceArn");
                allowed.add(id.replaceFirst("Policy[0-9A-F]+$", ""));
              }
            });
    assertThat(allowed).containsExactly("RelayHeardFailed", "RelayHeardQueue");
  }

  private static Function function(Construct scope, Services services) {
    return new Functions(scope, "addons/typing", services.on()).answering(ShowTypingHandler.class);
  }

  private static JsonNode method(String path) {
    var paths = new Paths(STACK);
    return STACK.all("AWS::ApiGateway::Method").values().stream()
        .filter(method -> paths.of(method).equals(path))
        .findFirst()
        .orElseThrow();
  }

  private static TreeSet<String> names(JsonNode object) {
    var names = new TreeSet<String>();
    object.fieldNames().forEachRemaining(names::add);
    return names;
  }

  private static TreeSet<String> handlers(Synthesized stack) {
    var handlers = new TreeSet<String>();
    stack
        .all("AWS::Lambda::Function")
        .values()
        .forEach(function -> handlers.add(function.path("Handler").asText()));
    return handlers;
  }
}
