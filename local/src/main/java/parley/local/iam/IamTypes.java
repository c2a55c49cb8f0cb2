package parley.local.iam;

import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.BiFunction;
import parley.local.template.Names;
import parley.local.template.ResourceType;
import parley.local.template.ResourceType.PropertyValue;

/** The resource types that hold permissions, and the names that they are given. */
final class IamTypes {

  static final String ROLE = "AWS::IAM::Role";
  static final String POLICY = "AWS::IAM::Policy";
  static final String MANAGED = "AWS::IAM::ManagedPolicy";
  static final String LAMBDA = "AWS::Lambda::Permission";
  static final String BUCKET = "AWS::S3::BucketPolicy";
  static final String QUEUE = "AWS::SQS::QueuePolicy";
  static final String TOPIC = "AWS::SNS::TopicPolicy";

  static final String DEVICES = "AWS::IoT::Policy";
  static final String ATTACHED = "AWS::IoT::PolicyPrincipalAttachment";

  private IamTypes() {}

  static List<ResourceType> all() {
    return List.of(
        new ResourceType(
            ROLE,
            Set.of(
                "AssumeRolePolicyDocument",
                "ManagedPolicyArns",
                "Path",
                "PermissionsBoundary",
                "Policies",
                "Tags"),
            Set.of("Description", "MaxSessionDuration"),
            Names::physical,
            Map.of("Arn", arn(IamTypes::roleArn))),
        type(POLICY, "PolicyDocument", "Roles"),
        new ResourceType(
            MANAGED,
            Set.of("Path", "PolicyDocument", "Roles"),
            Set.of("Description"),
            arn(IamTypes::managedArn),
            Map.of("PolicyArn", arn(IamTypes::managedArn))),
        new ResourceType(
            LAMBDA,
            Set.of("Action", "FunctionName", "Principal", "SourceAccount", "SourceArn"),
            Set.of(),
            Names::physical,
            Map.of()),
        type(BUCKET, "Bucket", "PolicyDocument"),
        type(QUEUE, "PolicyDocument", "Queues"),
        type(TOPIC, "PolicyDocument", "Topics"),
        new ResourceType(
            DEVICES,
            Set.of("PolicyDocument", "PolicyName"),
            Set.of("Tags"),
            named((names, name) -> name),
            Map.of("Arn", named((names, name) -> names.arn("iot", "policy/" + name)))),
        new ResourceType(
            ATTACHED, Set.of("PolicyName", "Principal"), Set.of(), Names::physical, Map.of()));
  }

  /** The name of a device's policy: the one that is written, or else one made of its id. */
  static String devicesName(Names names, String id, String written) {
    return written.isEmpty() ? names.physical(id) : written;
  }

  private static PropertyValue named(BiFunction<Names, String, String> value) {
    return (names, id, property) ->
        value.apply(names, devicesName(names, id, property.apply("PolicyName")));
  }

  /** A role's ARN, with its path; "" is the ordinary one. */
  static String roleArn(Names names, String id, String path) {
    return arn(names, "role", id, path);
  }

  /** A managed policy's ARN, with its path; "" is the ordinary one. */
  static String managedArn(Names names, String id, String path) {
    return arn(names, "policy", id, path);
  }

  private static String arn(Names names, String type, String id, String path) {
    return "arn:aws:iam::%s:%s%s%s"
        .formatted(names.account(), type, path.isEmpty() ? "/" : path, names.physical(id));
  }

  private static PropertyValue arn(WithPath arn) {
    return (names, id, property) -> arn.of(names, id, property.apply("Path"));
  }

  /** An ARN that a resource's path is a part of. */
  private interface WithPath {
    String of(Names names, String id, String path);
  }

  private static ResourceType type(String name, String... implemented) {
    return new ResourceType(
        name, Set.of(implemented), Set.of("PolicyName"), Names::physical, Map.of());
  }
}
