package parley.local.iam;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import parley.local.iam.Decision.Outcome;

/**
 * Cases of the IAM user guide: "Policy evaluation logic", and "Identify AWS resources with ARNs".
 */
class IamTest extends IamCase {

  @Test
  void beforeTheStartNothingIsAllowed() {
    assertThat(ask("sqs:SendMessage", QUEUE).outcome()).isEqualTo(Outcome.IMPLICITLY_DENIED);
  }

  @Test
  void whatIsAllowedSaysByWhat() {
    allow(
        statement("Allow", "sqs:ReceiveMessage", QUEUE, ""),
        statement("Allow", "sqs:Send*", QUEUE, ""));

    var decision = ask("sqs:SendMessage", QUEUE);

    assertThat(decision.outcome()).isEqualTo(Outcome.ALLOWED);
    assertThat(decision.grants()).containsExactly(new Grant("Policy", 1, "sqs:Send*", QUEUE));
  }

  @Test
  void whatNothingAllowsIsDeniedInAwssWords() {
    allow(statement("Allow", "sqs:ReceiveMessage", QUEUE, ""));

    assertThat(ask("sqs:SendMessage", QUEUE).message())
        .isEqualTo(
            "User: arn:aws:sts::111122223333:assumed-role/%s/worker is not authorized to perform: sqs:SendMessage on resource: %s because no identity-based policy allows the sqs:SendMessage action"
                .formatted(ROLE.substring(ROLE.indexOf('/') + 1), QUEUE));
  }

  @Test
  void anExplicitDenialWinsOverEverything() {
    allow(statement("Allow", "*", "*", ""), statement("Deny", "sqs:SendMessage", QUEUE, ""));

    var decision = ask("sqs:SendMessage", QUEUE);
    assertThat(decision.outcome()).isEqualTo(Outcome.EXPLICITLY_DENIED);
    assertThat(decision.message()).endsWith("with an explicit deny in an identity-based policy");
    assertThat(ask("sqs:ReceiveMessage", QUEUE).allowed()).isTrue();
  }

  @Test
  void aRoleMayDoWhatTheResourcesOwnPolicyAllowsIt() {
    start(role(""), queuePolicy(own("Allow", "{\"AWS\": \"%s\"}".formatted(ROLE))));

    assertThat(ask("sqs:SendMessage", QUEUE).allowed()).isTrue();
  }

  @Test
  void theAccountAsPrincipalLeavesItToTheRolesPolicies() {
    start(role(""), queuePolicy(own("Allow", "{\"AWS\": \"arn:aws:iam::111122223333:root\"}")));

    assertThat(ask("sqs:SendMessage", QUEUE).outcome()).isEqualTo(Outcome.IMPLICITLY_DENIED);
  }

  @Test
  void theResourcesOwnPolicyCanDenyWhatTheRoleIsAllowed() {
    start(
        role("", policy("Policy", statement("Allow", "sqs:*", "*", ""))),
        queuePolicy(own("Deny", "\"*\"")));

    assertThat(ask("sqs:SendMessage", QUEUE).message())
        .endsWith("with an explicit deny in a resource-based policy");
  }

  @Test
  void aBoundaryIsTheMostThatARoleMayDo() {
    start(
        role(
            "\"PermissionsBoundary\": {\"Ref\": \"Most\"},",
            policy("Policy", statement("Allow", "*", "*", ""))),
        """
        "Most": {"Type": "AWS::IAM::ManagedPolicy", "Properties": {"PolicyDocument": {
          "Version": "2012-10-17", "Statement": [%s]}}}
        """
            .formatted(statement("Allow", "sqs:*", "*", "")));

    assertThat(ask("sqs:SendMessage", QUEUE).allowed()).isTrue();
    assertThat(ask("dynamodb:GetItem", TABLE).message())
        .endsWith("because no permissions boundary allows the dynamodb:GetItem action");
  }

  @Test
  void aServiceNeedsTheResourcesOwnPolicyForItsSource() {
    start(
        role(""),
        """
        "May": {"Type": "AWS::Lambda::Permission", "Properties": {"Action": "lambda:InvokeFunction",
          "FunctionName": "%s:live", "Principal": "apigateway.amazonaws.com",
          "SourceArn": "arn:aws:execute-api:eu-west-1:111122223333:api1/live/GET/rooms/*"}}
        """
            .formatted(FUNCTION));

    assertThat(invoke("apigateway", "api1/live/GET/rooms/{room}", ":live")).isTrue();
    assertThat(invoke("apigateway", "api1/live/POST/rooms/{room}", ":live")).isFalse();
    assertThat(invoke("apigateway", "api2/live/GET/rooms/{room}", ":live")).isFalse();
    assertThat(invoke("events", "api1/live/GET/rooms/{room}", ":live")).isFalse();
    assertThat(invoke("apigateway", "api1/live/GET/rooms/{room}", "")).isFalse();
  }

  @Test
  void everybodyButThoseWithTlsAreDeniedHasTls() {
    start(
        role("", policy("Policy", statement("Allow", "sqs:SendMessage", QUEUE, ""))),
        queuePolicy(
            own("Deny", "\"*\"")
                .replace(
                    "}", ", \"Condition\": {\"Bool\": {\"aws:SecureTransport\": \"false\"}}}")));

    assertThat(ask("sqs:SendMessage", QUEUE).allowed()).isTrue();
  }

  @ParameterizedTest
  @CsvSource({
    "table/Orders, true",
    "table/*, true",
    "table/O?ders, true",
    "*, true",
    "t*, true",
    "t*/Orders, false",
    "table/Orders/index/*, false",
    "table/orders, false",
  })
  void aWildcardStandsForCharactersWithinThePartsOfAnArn(String resource, boolean allowed) {
    allow(
        statement(
            "Allow",
            "dynamodb:GetItem",
            "arn:aws:dynamodb:eu-west-1:111122223333:" + resource,
            ""));

    assertThat(ask("dynamodb:GetItem", TABLE).allowed()).as(resource).isEqualTo(allowed);
  }

  @Test
  void anApisIdMayBeAWildcardSinceItsArnHasNoType() {
    allow(
        statement(
            "Allow",
            "execute-api:ManageConnections",
            "arn:aws:execute-api:eu-west-1:111122223333:*/ws/POST/@connections/*",
            ""));

    var api = "arn:aws:execute-api:eu-west-1:111122223333:a1b2/ws/";
    assertThat(ask("execute-api:ManageConnections", api + "POST/@connections/c").allowed())
        .isTrue();
    assertThat(ask("execute-api:ManageConnections", api + "DELETE/@connections/c").allowed())
        .isFalse();
  }

  @Test
  void aRolesPathIsInItsArnAndItsTagsAreKeys() {
    var path = "\"Path\": \"/work/\", \"Tags\": [{\"Key\": \"team\", \"Value\": \"red\"}],";
    start(
        role(
            path,
            policy("Policy", where("\"StringEquals\": {\"aws:PrincipalTag/team\": \"red\"}"))));

    var inPath = new Principal.RoleSession(ROLE.replace("role/", "role/work/"), "worker");
    assertThat(iam.decide(inPath, new Access("sqs:SendMessage", QUEUE)).allowed()).isTrue();
    assertThat(ask("sqs:SendMessage", QUEUE).allowed()).isFalse();
  }

  @Test
  void actionsMatchInAnyCase() {
    allow(statement("Allow", "SQS:sendmessage", QUEUE, ""));

    assertThat(ask("sqs:SendMessage", QUEUE).allowed()).isTrue();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "{\"Effect\": \"Maybe\", \"Action\": \"*\", \"Resource\": \"*\"}",
        "{\"Effect\": \"Allow\", \"Action\": \"*\", \"NotAction\": \"*\", \"Resource\": \"*\"}",
        "{\"Effect\": \"Allow\", \"Action\": \"*\", \"Resource\": \"orders\"}",
        "{\"Effect\": \"Allow\", \"Action\": \"*\", \"Resource\": \"*\", \"When\": {}}",
        "{\"Effect\": \"Allow\", \"Action\": \"*\", \"Resource\": \"*\", \"Condition\": {\"Sounds\": {\"a\": \"b\"}}}",
        "{\"Effect\": \"Allow\", \"Action\": \"*\", \"Resource\": \"*\", \"NotPrincipal\": \"*\"}"
      })
  void aStatementThatCannotBeDecidedStopsTheStart(String statement) {
    assertThat(refusals(role("", policy("Policy", statement)))).hasSize(1);
  }

  @Test
  void aPolicyOfAwssOwnStopsTheStart() {
    assertThat(
            refusals(
                role("\"ManagedPolicyArns\": [\"arn:aws:iam::aws:policy/AdministratorAccess\"],")))
        .containsExactly(
            "Role: the policy arn:aws:iam::aws:policy/AdministratorAccess is none of the stack's, and AWS's own are not known: write its statements into a policy of the stack");
  }

  @Test
  void aFunctionWhoseRoleLambdaCannotAssumeStopsTheStart() {
    var worker =
        "\"Worker\": {\"Type\": \"AWS::Lambda::Function\", \"Properties\": {\"Role\": {\"Fn::GetAtt\": [\"Role\", \"Arn\"]}}}";

    assertThat(refusals(role(""), worker)).isEmpty();
    assertThat(refusals(role("").replace("lambda.", "events."), worker))
        .containsExactly(
            "Worker: Lambda cannot assume its role %s: let the role trust lambda.amazonaws.com"
                .formatted(ROLE));
  }

  @Test
  void aScheduleWhoseRoleTheSchedulerCannotAssumeStopsTheStart() {
    var daily =
        "\"Daily\": {\"Type\": \"AWS::Scheduler::Schedule\", \"Properties\": {\"Target\": {\"RoleArn\": {\"Fn::GetAtt\": [\"Role\", \"Arn\"]}}}}";

    assertThat(refusals(role("").replace("lambda.", "scheduler."), daily)).isEmpty();
    assertThat(refusals(role(""), daily))
        .containsExactly(
            "Daily: EventBridge Scheduler cannot assume its role %s: let the role trust scheduler.amazonaws.com"
                .formatted(ROLE));
  }

  private boolean invoke(String service, String source, String qualifier) {
    var principal =
        new Principal.Service(
            service + ".amazonaws.com",
            "arn:aws:execute-api:eu-west-1:111122223333:" + source,
            "111122223333");
    return iam.decide(principal, new Access("lambda:InvokeFunction", FUNCTION + qualifier))
        .allowed();
  }

  private static String own(String effect, String principal) {
    return "{\"Effect\": \"%s\", \"Action\": \"sqs:SendMessage\", \"Resource\": \"%s\", \"Principal\": %s}"
        .formatted(effect, QUEUE, principal);
  }
}
