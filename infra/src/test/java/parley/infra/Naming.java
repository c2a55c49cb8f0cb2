package parley.infra;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;

/** Which property of a resource names it in its account, and which names something else. */
public final class Naming {

  /** By type: where the name stands, if the template sets it, that a reference gives as well. */
  private static final Map<String, String> REFERRED =
      Map.ofEntries(
          Map.entry("AWS::CloudWatch::Alarm", "/AlarmName"),
          Map.entry("AWS::Cognito::UserPoolDomain", "/Domain"),
          Map.entry("AWS::DynamoDB::GlobalTable", "/TableName"),
          Map.entry("AWS::Events::EventBus", "/Name"),
          Map.entry("AWS::Events::Rule", "/Name"),
          Map.entry("AWS::IAM::Role", "/RoleName"),
          Map.entry("AWS::IoT::Policy", "/PolicyName"),
          Map.entry("AWS::IoT::Thing", "/ThingName"),
          Map.entry("AWS::IoT::TopicRule", "/RuleName"),
          Map.entry("AWS::Kinesis::Stream", "/Name"),
          Map.entry("AWS::Lambda::Function", "/FunctionName"),
          Map.entry("AWS::Logs::LogGroup", "/LogGroupName"),
          Map.entry("AWS::S3::Bucket", "/BucketName"),
          Map.entry("AWS::SNS::Topic", "/TopicName"),
          Map.entry("AWS::SQS::Queue", "/QueueName"),
          Map.entry("AWS::Scheduler::Schedule", "/Name"),
          Map.entry("AWS::SecretsManager::Secret", "/Name"));

  /**
   * By type: where the name stands of what AWS refers to by an id of its own. Those of APIs and
   * pools may be there twice; here they tell a person whose they are.
   */
  private static final Map<String, String> SHOWN =
      Map.of(
          "AWS::ApiGateway::RestApi", "/Name",
          "AWS::ApiGatewayV2::Api", "/Name",
          "AWS::CloudFront::OriginAccessControl", "/OriginAccessControlConfig/Name",
          "AWS::CloudFront::ResponseHeadersPolicy", "/ResponseHeadersPolicyConfig/Name",
          "AWS::Cognito::UserPool", "/UserPoolName");

  /** Names of a part of an API, of a pool or of a function, and what an alarm measures. */
  private static final Set<String> OF_PARTS =
      Set.of(
          "AWS::ApiGateway::Authorizer/Name",
          "AWS::ApiGateway::Model/Name",
          "AWS::ApiGateway::Stage/StageName",
          "AWS::ApiGatewayV2::Authorizer/Name",
          "AWS::ApiGatewayV2::Stage/StageName",
          "AWS::CloudWatch::Alarm/MetricName",
          "AWS::Cognito::UserPoolIdentityProvider/ProviderName",
          "AWS::Lambda::Alias/Name");

  private Naming() {}

  /** The name that a reference gives; empty where the template sets none. */
  static Optional<JsonNode> referred(JsonNode resource) {
    return at(REFERRED, resource);
  }

  /** The name that people, or AWS, tell it by; empty where the template sets none. */
  public static Optional<JsonNode> shown(JsonNode resource) {
    return at(SHOWN, resource).or(() -> referred(resource));
  }

  private static Optional<JsonNode> at(Map<String, String> places, JsonNode resource) {
    return Optional.ofNullable(places.get(resource.path("Type").asText()))
        .map(resource.path("Properties")::at)
        .filter(name -> !name.isMissingNode());
  }

  /** Where a template sets a name of which this class does not know what it names. */
  static Stream<String> unknown(JsonNode resource) {
    var type = resource.path("Type").asText();
    return resource.path("Properties").properties().stream()
        .flatMap(property -> named(property.getKey(), property.getValue()))
        .map(place -> type + place)
        .filter(place -> !place.equals(type + REFERRED.get(type)))
        .filter(place -> !place.equals(type + SHOWN.get(type)))
        .filter(place -> !OF_PARTS.contains(place));
  }

  /** A property that ends so or is such a member of a configuration; a reference is another's. */
  private static Stream<String> named(String property, JsonNode value) {
    if (property.endsWith("Config") && value.has("Name")) {
      return Stream.of("/%s/Name".formatted(property));
    }
    var own = value.path("Ref").asText("AWS::").startsWith("AWS::") && !value.has("Fn::GetAtt");
    return property.endsWith("Name") && own ? Stream.of("/" + property) : Stream.of();
  }
}
