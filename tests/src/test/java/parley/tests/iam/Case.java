package parley.tests.iam;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.net.URI;
import java.time.Clock;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import parley.local.iam.Access;
import parley.local.iam.Decision;
import parley.local.iam.Iam;
import parley.local.iam.Principal;
import parley.local.template.Names;
import parley.local.template.Template;

/**
 * A request, and all policies that are about it.
 *
 * @param service the service that asks; empty where a role's session does
 * @param action what is asked for
 * @param resource on what: of S3 or SQS where it has a policy of its own
 * @param context condition keys of the request, beside those that the twin adds
 * @param identity the role's policies
 * @param boundary the role's boundary
 * @param own the resource's policy
 */
record Case(
    Optional<String> service,
    String action,
    String resource,
    Map<String, List<String>> context,
    List<JsonNode> identity,
    Optional<JsonNode> boundary,
    Optional<JsonNode> own) {

  static final ObjectMapper JSON = new ObjectMapper();
  static final String ACCOUNT = "111122223333";

  private static final URI NOWHERE = URI.create("http://localhost:1");
  private static final Names NAMES =
      new Names("demo", "us-east-1", ACCOUNT, NOWHERE, NOWHERE, NOWHERE);

  static final String SOURCE = "arn:aws:cloudfront::111122223333:distribution/E1";
  static final String ROLE = "arn:aws:iam::%s:role/%s".formatted(ACCOUNT, NAMES.physical("Role"));

  private static final Principal.RoleSession SESSION = new Principal.RoleSession(ROLE, "session");

  /** What the twin decides. */
  Decision.Outcome decide(Clock clock) {
    var iam = new Iam(clock);
    iam.start(Template.resolve(template(), NAMES, iam.types()));
    return iam.decide(principal(), new Access(action, resource, context)).outcome();
  }

  /** As the oracle reads it, on one line. */
  String line(Clock clock) {
    var keys = new TreeMap<String, Object>();
    context.forEach(
        (key, all) -> keys.put(key, all.size() == 1 && !isList(key) ? all.getFirst() : all));
    keys.put("aws:CurrentTime", clock.instant().toString());
    keys.put("aws:EpochTime", Long.toString(clock.instant().getEpochSecond()));
    keys.put("aws:SecureTransport", "true");
    keys.put("aws:ViaAWSService", "false");
    if (service.isEmpty()) {
      keys.put("aws:PrincipalArn", ROLE);
      keys.put("aws:PrincipalAccount", ACCOUNT);
      keys.put("aws:PrincipalType", "AssumedRole");
      keys.put("aws:PrincipalIsAWSService", "false");
    } else {
      keys.put("aws:PrincipalServiceName", service.get());
      keys.put("aws:PrincipalIsAWSService", "true");
      keys.put("aws:SourceArn", SOURCE);
      keys.put("aws:SourceAccount", ACCOUNT);
    }
    var line = JSON.createObjectNode();
    line.put("principal", service.orElse(SESSION.arn()));
    line.put("action", action).put("resource", resource).put("account", ACCOUNT);
    line.set("context", JSON.valueToTree(keys));
    line.set("identity", JSON.valueToTree(identity));
    boundary.ifPresent(policy -> line.set("boundary", policy));
    own.ifPresent(policy -> line.set("own", policy));
    return line.toString();
  }

  static boolean isList(String key) {
    return key.equals("aws:TagKeys") || key.equals("dynamodb:LeadingKeys");
  }

  private Principal principal() {
    return service
        .<Principal>map(name -> new Principal.Service(name, SOURCE, ACCOUNT))
        .orElse(SESSION);
  }

  private JsonNode template() {
    var template = JSON.createObjectNode();
    var resources = template.putObject("Resources");
    var role = properties(resources, "Role", "AWS::IAM::Role");
    role.putObject("AssumeRolePolicyDocument").putArray("Statement");
    for (var i = 0; i < identity.size(); i++) {
      var policy = properties(resources, "Policy" + i, "AWS::IAM::Policy");
      policy.set("PolicyDocument", identity.get(i));
      policy.putArray("Roles").add(NAMES.physical("Role"));
    }
    boundary.ifPresent(
        document -> {
          properties(resources, "Boundary", "AWS::IAM::ManagedPolicy")
              .set("PolicyDocument", document);
          role.putObject("PermissionsBoundary").put("Ref", "Boundary");
        });
    own.ifPresent(document -> own(resources, document));
    return template;
  }

  private void own(ObjectNode resources, JsonNode document) {
    var name = resource.split(":", 6)[5].split("/", 2)[0];
    if (resource.startsWith("arn:aws:s3:::")) {
      properties(resources, "Own", "AWS::S3::BucketPolicy")
          .put("Bucket", name)
          .set("PolicyDocument", document);
    } else {
      var policy = properties(resources, "Own", "AWS::SQS::QueuePolicy");
      policy.set("PolicyDocument", document);
      policy
          .putArray("Queues")
          .add("https://sqs.us-east-1.amazonaws.com/%s/%s".formatted(ACCOUNT, name));
    }
  }

  private static ObjectNode properties(ObjectNode resources, String id, String type) {
    return resources.putObject(id).put("Type", type).putObject("Properties");
  }
}
