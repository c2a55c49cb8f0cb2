package parley.infra.platform;

import java.util.Arrays;
import java.util.List;
import java.util.stream.Stream;
import software.amazon.awscdk.CfnResource;
import software.constructs.Construct;

/**
 * What a security review of the template finds and this project leaves as it is: each kind with the
 * rules that mean it, by the type of the resource, and why. A test runs the reviews.
 *
 * <p>A kind is accepted on one resource at a time. It is written into the template's metadata, in
 * the form that cdk-nag reads, so that who deploys sees it and synthesis needs no cdk-nag.
 */
public enum Accepted {
  EDGE_FILTERS(
      "a web ACL has its price by the month, and CloudFront takes one of us-east-1 alone: the"
          + " customer's platform team owns it, as it owns a list of countries. Every route wants a"
          + " signed-in caller or a single-use ticket, and both stages are throttled",
      of("AWS::CloudFront::Distribution", "AwsSolutions-CFR1", "AwsSolutions-CFR2"),
      of(
          "AWS::ApiGateway::Stage",
          "AwsSolutions-APIG3",
          "NIST.800.53.R5-APIGWAssociatedWithWAF",
          "PCI.DSS.321-APIGWAssociatedWithWAF")),
  REQUEST_LOGS(
      "API Gateway writes logs only through a role that is set once for a whole account and region,"
          + " which the stack of one customer must not change; the edge's logs would hold people's"
          + " addresses and tickets",
      of("AWS::CloudFront::Distribution", "AwsSolutions-CFR3"),
      of(
          "AWS::ApiGateway::Stage",
          "AwsSolutions-APIG1",
          "AwsSolutions-APIG6",
          "HIPAA.Security-APIGWExecutionLoggingEnabled",
          "NIST.800.53.R5-APIGWExecutionLoggingEnabled",
          "PCI.DSS.321-APIGWExecutionLoggingEnabled",
          "Serverless-APIGWAccessLogging"),
      of("AWS::ApiGateway::Deployment", "Serverless-APIGWStructuredLogging"),
      of("AWS::ApiGatewayV2::Stage", "AwsSolutions-APIG1", "Serverless-APIGWAccessLogging")),
  PROVEN_OTHERWISE(
      "API Gateway authorizes a socket once, when it opens: $connect has the authorizer, and no other"
          + " route of a WebSocket API can have one. An outside party has no account here: it signs"
          + " what it sends, and the function refuses what is not signed",
      of("AWS::ApiGatewayV2::Route", "AwsSolutions-APIG4"),
      of("AWS::ApiGateway::Method", "AwsSolutions-APIG4", "AwsSolutions-COG4")),
  CLOUDFRONT_HOST(
      "CloudFront gives its own host names one fixed TLS policy; an instance with a domain has"
          + " TLS 1.2 at least",
      of("AWS::CloudFront::Distribution", "AwsSolutions-CFR4")),
  IDS_NOT_YET_KNOWN(
      "connection ids and the site's file names are made later; the pattern ends at one stage and"
          + " verb of one API, or at one bucket",
      of("AWS::IAM::Role", "AwsSolutions-IAM5")),
  CDK_HANDLER(
      "the CDK chooses the runtime of the function that copies the site's files, and tests its code"
          + " with that one; it follows with the CDK's version",
      of("AWS::Lambda::Function", "AwsSolutions-L1", "Serverless-LambdaLatestVersion")),
  NO_FURTHER_QUEUE(
      "callers wait for every function and see its failure; the one that is fed by a stream gives up"
          + " its items to a queue that raises an alarm, and that queue is itself where they end."
          + " Where a queue feeds a function, giving up is the queue's to do",
      across("AWS::Lambda::Function", "LambdaDLQ", Pack.HIPAA, Pack.NIST, Pack.SERVERLESS),
      of("AWS::SQS::Queue", "AwsSolutions-SQS3", "Serverless-SQSRedrivePolicy"),
      of("AWS::Lambda::EventSourceMapping", "Serverless-LambdaEventSourceMappingDestination"),
      of("AWS::SNS::Subscription", "Serverless-SNSRedrivePolicy")),
  PERSONAL_ANSWERS(
      "the stage fronts functions alone, which are called with IAM and not over HTTP, so a client"
          + " certificate would be shown to nobody; each answer is one person's and is not cached",
      across("AWS::ApiGateway::Stage", "APIGWCacheEnabledAndEncrypted", Pack.AUDITS),
      across("AWS::ApiGateway::Stage", "APIGWSSLEnabled", Pack.AUDITS)),
  NO_TRACING(
      "tracing wants two actions of X-Ray's on every resource in every role, and is paid by the trace;"
          + " an answer's request id leads to the log of the function that gave it",
      of(
          "AWS::ApiGateway::Stage",
          "HIPAA.Security-APIGWXrayEnabled",
          "Serverless-APIGWXrayEnabled"),
      of("AWS::Lambda::Function", "Serverless-LambdaTracing")),
  SERVICE_KEYS(
      "everything is encrypted at rest with the services' keys; a key of one's own has its price by"
          + " the month and call. Logs hold no message, token or phone number, the site's files are"
          + " public, and an alarm's text is fixed",
      across("AWS::Logs::LogGroup", "CloudWatchLogGroupEncrypted", Pack.AUDITS),
      across("AWS::S3::Bucket", "S3DefaultEncryptionKMS", Pack.AUDITS),
      across("AWS::SecretsManager::Secret", "SecretsManagerUsingKMSKey", Pack.AUDITS),
      across("AWS::SNS::Topic", "SNSEncryptedKMS", Pack.AUDITS)),
  ONE_ROLE_ONE_POLICY(
      "one function has one role, and its policy belongs to that role alone: inline, it can be"
          + " attached to nothing else and goes with it",
      across("AWS::IAM::Role", "IAMNoInlinePolicy", Pack.AUDITS)),
  NO_PLACE_OF_ITS_OWN(
      "reserved concurrency is taken from the account's 1,000 and from every other instance, and the"
          + " stages' throttling bounds what can be invoked; there is no VPC in a serverless stack:"
          + " functions ask others over TLS, and nothing can connect to them",
      across("AWS::Lambda::Function", "LambdaConcurrency", Pack.HIPAA, Pack.NIST),
      across("AWS::Lambda::Function", "LambdaInsideVPC", Pack.AUDITS)),
  OUTSIDE_KEYS(
      "the outside party makes the keys and takes them back: whoever replaces one there puts the new"
          + " one here, where it is read within minutes; AWS can make none of them",
      of("AWS::SecretsManager::Secret", "AwsSolutions-SMG4"),
      across(
          "AWS::SecretsManager::Secret", "SecretsManagerRotationEnabled", Pack.HIPAA, Pack.NIST)),
  COPIES(
      "a bucket holds a copy: of what was built, which CloudFront shows to everybody and a deployment"
          + " restores, of clients' events, which are no record of the chat, or of pictures, whose"
          + " originals the outside party has",
      of("AWS::S3::Bucket", "AwsSolutions-S1"),
      across("AWS::S3::Bucket", "S3BucketLoggingEnabled", Pack.AUDITS),
      across("AWS::S3::Bucket", "S3BucketReplicationEnabled", Pack.AUDITS),
      across("AWS::S3::Bucket", "S3BucketVersioningEnabled", Pack.AUDITS)),
  SIGN_IN_STRENGTH(
      "passwords are long instead of mixed, as NIST SP 800-63B has it; a second factor is offered to"
          + " everybody, and a customer who demands one signs in with the provider of their own;"
          + " threat protection is paid by the person",
      of("AWS::Cognito::UserPool", "AwsSolutions-COG1", "AwsSolutions-COG2", "AwsSolutions-COG3"));

  private final String reason;
  private final List<Rules> rules;

  Accepted(String reason, Rules... rules) {
    this.reason = reason;
    this.rules = List.of(rules);
  }

  /** Accepts this kind on one resource: this one, or the one that a construct stands for. */
  public void on(Construct construct) {
    onAllBut("", construct);
  }

  /** Accepts this kind on one resource, but for one rule, which it keeps. */
  void onAllBut(String kept, Construct construct) {
    if (construct instanceof CfnResource resource) {
      accept(resource, kept);
    } else if (construct.getNode().getDefaultChild() instanceof CfnResource resource) {
      accept(resource, kept);
    } else {
      throw new IllegalArgumentException("no resource stands for " + construct.getNode().getPath());
    }
  }

  /** Accepts on a function what holds for every function here. */
  public static void ofFunction(Construct function) {
    List.of(NO_FURTHER_QUEUE, NO_TRACING, NO_PLACE_OF_ITS_OWN).forEach(kind -> kind.on(function));
  }

  private void accept(CfnResource resource, String kept) {
    var ids =
        rules.stream()
            .filter(rule -> rule.type().equals(resource.getCfnResourceType()))
            .flatMap(rule -> rule.ids().stream())
            .filter(id -> !id.equals(kept))
            .toList();
    if (ids.isEmpty()) {
      throw new IllegalArgumentException(
          "%s has no rule about %s".formatted(name(), resource.getCfnResourceType()));
    }
    Suppressions.add(resource, ids, reason);
  }

  /** Every rule that this kind stands for. */
  public List<String> rules() {
    return rules.stream().flatMap(rule -> rule.ids().stream()).distinct().toList();
  }

  private static Rules of(String type, String... ids) {
    return new Rules(type, List.of(ids));
  }

  private static Rules across(String type, String rule, Pack... packs) {
    return new Rules(type, Arrays.stream(packs).flatMap(pack -> pack.with(rule)).toList());
  }

  private record Rules(String type, List<String> ids) {}

  /** The packs whose rules share a name. */
  private enum Pack {
    HIPAA("HIPAA.Security"),
    NIST("NIST.800.53.R5"),
    SERVERLESS("Serverless"),
    AUDITS("HIPAA.Security", "NIST.800.53.R5", "PCI.DSS.321");

    private final List<String> names;

    Pack(String... names) {
      this.names = List.of(names);
    }

    Stream<String> with(String rule) {
      return names.stream().map(name -> name + "-" + rule);
    }
  }
}
