package parley.local.iam;

import java.util.List;
import java.util.Map;
import java.util.Set;
import parley.local.template.Names;
import parley.local.template.ResourceType;

/** The resource types that hold permissions, and the names that they are given. */
final class IamTypes {

  static final String ROLE = "AWS::IAM::Role";
  static final String POLICY = "AWS::IAM::Policy";
  static final String MANAGED = "AWS::IAM::ManagedPolicy";
  static final String LAMBDA = "AWS::Lambda::Permission";
  static final String BUCKET = "AWS::S3::BucketPolicy";
  static final String QUEUE = "AWS::SQS::QueuePolicy";
  static final String TOPIC = "AWS::SNS::TopicPolicy";

  private IamTypes() {}

  static List<ResourceType> all() {
    return List.of(
        new ResourceType(
            ROLE,
            Set.of(
                "AssumeRolePolicyDocument", "ManagedPolicyArns", "PermissionsBoundary", "Policies"),
            Set.of("Description", "MaxSessionDuration", "Path", "Tags"),
            Names::physical,
            Map.of("Arn", IamTypes::roleArn)),
        type(POLICY, "PolicyDocument", "Roles"),
        new ResourceType(
            MANAGED,
            Set.of("PolicyDocument", "Roles"),
            Set.of("Description", "Path"),
            IamTypes::managedArn,
            Map.of()),
        new ResourceType(
            LAMBDA,
            Set.of("Action", "FunctionName", "Principal", "SourceAccount", "SourceArn"),
            Set.of(),
            Names::physical,
            Map.of()),
        type(BUCKET, "Bucket", "PolicyDocument"),
        type(QUEUE, "PolicyDocument", "Queues"),
        type(TOPIC, "PolicyDocument", "Topics"));
  }

  static String roleArn(Names names, String id) {
    return "arn:aws:iam::%s:role/%s".formatted(names.account(), names.physical(id));
  }

  static String managedArn(Names names, String id) {
    return "arn:aws:iam::%s:policy/%s".formatted(names.account(), names.physical(id));
  }

  private static ResourceType type(String name, String... implemented) {
    return new ResourceType(
        name, Set.of(implemented), Set.of("PolicyName"), Names::physical, Map.of());
  }
}
