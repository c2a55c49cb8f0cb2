package parley.local.iot;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.BiFunction;
import parley.local.template.Names;
import parley.local.template.ResourceType;
import parley.local.template.ResourceType.PropertyValue;

/** IoT Core's resource types, but for policies, and the names that they are given. */
final class IotTypes {

  static final String THING = "AWS::IoT::Thing";
  static final String CERTIFICATE = "AWS::IoT::Certificate";
  static final String ATTACHED = "AWS::IoT::ThingPrincipalAttachment";
  static final String RULE = "AWS::IoT::TopicRule";

  private IotTypes() {}

  static List<ResourceType> all() {
    return List.of(
        new ResourceType(
            THING,
            Set.of("ThingName"),
            Set.of(),
            named("ThingName", (names, name) -> name),
            Map.of("Arn", named("ThingName", (names, name) -> names.arn("iot", "thing/" + name)))),
        new ResourceType(
            CERTIFICATE,
            Set.of("CertificateSigningRequest", "Status"),
            Set.of(),
            IotTypes::certificateId,
            Map.of("Arn", IotTypes::certificateArn, "Id", IotTypes::certificateId)),
        new ResourceType(
            ATTACHED, Set.of("Principal", "ThingName"), Set.of(), Names::physical, Map.of()),
        new ResourceType(
            RULE,
            Set.of(
                "TopicRulePayload.Actions.Sqs.QueueUrl",
                "TopicRulePayload.Actions.Sqs.RoleArn",
                "TopicRulePayload.Actions.Sqs.UseBase64",
                "TopicRulePayload.AwsIotSqlVersion",
                "TopicRulePayload.ErrorAction.Sqs.QueueUrl",
                "TopicRulePayload.ErrorAction.Sqs.RoleArn",
                "TopicRulePayload.ErrorAction.Sqs.UseBase64",
                "TopicRulePayload.RuleDisabled",
                "TopicRulePayload.Sql"),
            Set.of("Tags", "TopicRulePayload.Description"),
            (names, id) -> ruleName(names, id),
            Map.of("Arn", (names, id) -> names.arn("iot", "rule/" + ruleName(names, id)))));
  }

  static String certificateArn(Names names, String id) {
    return names.arn("iot", "cert/" + certificateId(names, id));
  }

  /** As long as AWS's, which is the certificate's digest and not known before it is made. */
  private static String certificateId(Names names, String id) {
    try {
      var name = names.physical(id).getBytes(StandardCharsets.UTF_8);
      return HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(name));
    } catch (NoSuchAlgorithmException e) {
      throw new AssertionError("every Java has SHA-256", e);
    }
  }

  /** Rules' names have no hyphens. */
  static String ruleName(Names names, String id) {
    return names.physical(id).replace('-', '_');
  }

  /** A value made of the resource's own name: the one that is written, or else one of its id. */
  private static PropertyValue named(String property, BiFunction<Names, String, String> value) {
    return (names, id, properties) -> {
      var written = properties.apply(property);
      return value.apply(names, written.isEmpty() ? names.physical(id) : written);
    };
  }
}
