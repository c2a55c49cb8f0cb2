package parley.infra.addons.panic;

import com.fasterxml.jackson.databind.ObjectMapper;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import parley.infra.platform.OwnRole;
import parley.infra.platform.QueueFeed;
import software.amazon.awscdk.ArnComponents;
import software.amazon.awscdk.Stack;
import software.amazon.awscdk.services.iot.CfnCertificate;
import software.amazon.awscdk.services.iot.CfnPolicy;
import software.amazon.awscdk.services.iot.CfnPolicyPrincipalAttachment;
import software.amazon.awscdk.services.iot.CfnThing;
import software.amazon.awscdk.services.iot.CfnThingPrincipalAttachment;
import software.amazon.awscdk.services.iot.CfnTopicRule;
import software.constructs.Construct;

/**
 * The buttons in IoT Core: for each a thing, a certificate that is that thing's alone, and a rule
 * that puts what it says into a queue, with the button's settings. One policy for all lets a
 * certificate connect as its thing, and publish on its thing's topic.
 */
final class Devices extends Construct {

  private static final String THING = "${iot:Connection.Thing.ThingName}";
  private static final String SQL_VERSION = "2016-03-23";

  private final String stack;
  private final QueueFeed presses;
  private final CfnPolicy policy;
  private final OwnRole role;

  Devices(Construct scope, String id, String stack, QueueFeed presses) {
    super(scope, id);
    this.stack = stack;
    this.presses = presses;
    policy = policy();
    role = role();
  }

  /** Of one stack's one button: "_" is in neither name, while "-" may be in both. */
  private String thingName(String button) {
    return "%s_%s".formatted(stack, button);
  }

  /** What a button's topic is, by its thing's name. */
  private String topic(String thing) {
    return "%s/buttons/%s".formatted(stack, thing);
  }

  private CfnPolicy policy() {
    var statements =
        List.of(
            allow("iot:Connect", "client/" + THING), allow("iot:Publish", "topic/" + topic(THING)));
    return CfnPolicy.Builder.create(this, "OwnName")
        .policyDocument(new TreeMap<>(Map.of("Version", "2012-10-17", "Statement", statements)))
        .build();
  }

  private Map<String, Object> allow(String action, String resource) {
    var arn = Stack.of(this).formatArn(arnOf(resource));
    return new TreeMap<>(Map.of("Effect", "Allow", "Action", action, "Resource", arn));
  }

  private static ArnComponents arnOf(String resource) {
    var parts = resource.split("/", 2);
    return ArnComponents.builder().service("iot").resource(parts[0]).resourceName(parts[1]).build();
  }

  /** What the rules put presses into the queue by, and set aside what it does not take. */
  private OwnRole role() {
    return new OwnRole(this, "Rules", "iot")
        .allow(
            List.of("sqs:SendMessage"),
            presses.queue().getQueueArn(),
            presses.failed().getQueueArn());
  }

  /** A button, by its name in the instance's file. */
  void add(String name, ButtonSettings settings) {
    var button = new Construct(this, name);
    var thing = CfnThing.Builder.create(button, "Thing").thingName(thingName(name)).build();
    var certificate =
        CfnCertificate.Builder.create(button, "Certificate")
            .certificateSigningRequest(settings.csr().strip() + "\n")
            .status(settings.revoked() ? "REVOKED" : "ACTIVE")
            .build();
    CfnThingPrincipalAttachment.Builder.create(button, "IsThing")
        .thingName(thing.getRef())
        .principal(certificate.getAttrArn())
        .build();
    CfnPolicyPrincipalAttachment.Builder.create(button, "May")
        .policyName(policy.getRef())
        .principal(certificate.getAttrArn())
        .build();
    rule(button, thingName(name), settings);
  }

  private void rule(Construct button, String thing, ButtonSettings settings) {
    var sql =
        "SELECT encode(*, 'base64') AS payload, '%s' AS button, traceid() AS trace, timestamp() AS received FROM '%s'"
            .formatted(encoded(thing, settings), topic(thing));
    CfnTopicRule.Builder.create(button, "Rule")
        .topicRulePayload(
            CfnTopicRule.TopicRulePayloadProperty.builder()
                .awsIotSqlVersion(SQL_VERSION)
                .sql(sql)
                .ruleDisabled(settings.revoked())
                .actions(List.of(into(presses.queue().getQueueUrl())))
                .errorAction(into(presses.failed().getQueueUrl()))
                .build())
        .build();
  }

  private CfnTopicRule.ActionProperty into(String queueUrl) {
    return CfnTopicRule.ActionProperty.builder()
        .sqs(
            CfnTopicRule.SqsActionProperty.builder()
                .queueUrl(queueUrl)
                .roleArn(role.role().getRoleArn())
                .useBase64(false)
                .build())
        .build();
  }

  /** As the function reads it; in letters that stand for themselves in SQL. */
  private static String encoded(String thing, ButtonSettings settings) {
    var json =
        new ObjectMapper()
            .createObjectNode()
            .put("thing", thing)
            .put("room", settings.room())
            .put("place", settings.place())
            .put("name", settings.name())
            .put("single", settings.onSingle())
            .put("double", settings.onDouble())
            .put("long", settings.onLong());
    return Base64.getUrlEncoder()
        .withoutPadding()
        .encodeToString(json.toString().getBytes(StandardCharsets.UTF_8));
  }
}
