package parley.local.iam;

import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import parley.local.iam.Decision.Outcome;
import parley.local.template.Names;
import parley.local.template.ResolvedStack;
import parley.local.template.ResourceType;
import parley.local.template.Template;

/** A role, a queue and a function, whose policies each test writes. */
abstract class IamCase {

  static final String QUEUE = "arn:aws:sqs:eu-west-1:111122223333:orders";
  static final String TABLE = "arn:aws:dynamodb:eu-west-1:111122223333:table/Orders";

  private static final ObjectMapper JSON = new ObjectMapper();
  private static final URI NOWHERE = URI.create("http://localhost:1");
  private static final Names NAMES =
      new Names("demo", "eu-west-1", "111122223333", NOWHERE, NOWHERE, NOWHERE);

  static final String ROLE = IamTypes.roleArn(NAMES, "Role", "");
  static final Principal.RoleSession SESSION = new Principal.RoleSession(ROLE, "worker");
  static final String FUNCTION = NAMES.arn("lambda", "function:" + NAMES.physical("Worker"));

  final Iam iam = new Iam(Clock.fixed(Instant.parse("2026-11-24T12:00:00Z"), ZoneOffset.UTC));

  /** A role with one policy of these statements. */
  void allow(String... statements) {
    start(role("", policy("Policy", statements)));
  }

  /** Resources beside each other, as members of a JSON object. */
  void start(String... resources) {
    iam.start(stack(resources));
  }

  List<String> refusals(String... resources) {
    return iam.refusals(stack(resources));
  }

  static String role(String more, String... others) {
    return """
        "Role": {"Type": "AWS::IAM::Role", "Properties": {%s
          "AssumeRolePolicyDocument": {"Version": "2012-10-17", "Statement": [
            {"Effect": "Allow", "Action": "sts:AssumeRole", "Principal": {"Service": "lambda.amazonaws.com"}}]}}}
        """
            .formatted(more)
        + (others.length == 0 ? "" : ", " + String.join(", ", others));
  }

  static String policy(String id, String... statements) {
    return """
        "%s": {"Type": "AWS::IAM::Policy", "Properties": {"PolicyName": "p", "Roles": [{"Ref": "Role"}],
          "PolicyDocument": {"Version": "2012-10-17", "Statement": [%s]}}}
        """
        .formatted(id, String.join(",", statements));
  }

  static String queuePolicy(String... statements) {
    return """
        "Own": {"Type": "AWS::SQS::QueuePolicy", "Properties": {
          "Queues": ["https://sqs.eu-west-1.amazonaws.com/111122223333/orders"],
          "PolicyDocument": {"Version": "2012-10-17", "Statement": [%s]}}}
        """
        .formatted(String.join(",", statements));
  }

  /** Of an effect, an action and a resource, with more members. */
  static String statement(String effect, String action, String resource, String more) {
    return """
        {"Effect": "%s", "Action": "%s", "Resource": "%s"%s}"""
        .formatted(effect, action, resource, more.isEmpty() ? "" : ", " + more);
  }

  static String where(String condition) {
    return statement("Allow", "sqs:SendMessage", "*", "\"Condition\": {%s}".formatted(condition));
  }

  Outcome send(Map<String, List<String>> context) {
    return iam.decide(SESSION, new Access("sqs:SendMessage", QUEUE, context)).outcome();
  }

  Decision ask(String action, String resource) {
    return iam.decide(SESSION, new Access(action, resource));
  }

  private ResolvedStack stack(String... resources) {
    try {
      var types = new java.util.ArrayList<>(iam.types());
      types.add(
          new ResourceType(
              "AWS::Lambda::Function",
              java.util.Set.of("Role"),
              java.util.Set.of(),
              Names::physical,
              Map.of()));
      types.add(
          new ResourceType(
              "AWS::Scheduler::Schedule",
              java.util.Set.of("Target.RoleArn"),
              java.util.Set.of(),
              Names::physical,
              Map.of()));
      var template = "{\"Resources\": {%s}}".formatted(String.join(", ", resources));
      return Template.resolve(JSON.readTree(template), NAMES, types);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
