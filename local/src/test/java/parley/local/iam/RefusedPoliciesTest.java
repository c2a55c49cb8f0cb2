package parley.local.iam;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What AWS would not accept, and what the twin cannot decide: neither is let pass. */
class RefusedPoliciesTest extends IamCase {

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '`',
      value = {
        "`Effect`: `Deny`, `Action`: `*` | it names nothing: give Resource or NotResource a value",
        "`Effect`: `Deny`, `Resource`: `*` | it names nothing: give Action or NotAction a value",
        "`Effect`: `Deny`, `Action`: [], `Resource`: `*` | it names nothing",
        "`Effect`: `Deny`, `Action`: `SendMessage`, `Resource`: `*` | the action SendMessage is none",
        "`Effect`: `Deny`, `Action`: `*`, `Resource`: `*`, `Principal`: `*` | Principal has no place in a role's policy",
        "`Effect`: `Deny`, `Action`: `*`, `Resource`: `arn:aws:sqs:::${aws:username` | a policy variable in",
        "`Effect`: `Deny`, `Action`: `*`, `Resource`: `arn:aws:sqs:::${me}` | a policy variable in",
      })
  void aStatementThatWouldBeMisreadStopsTheStart(String statement, String why) {
    assertThat(refusals(role("", policy("Policy", "{%s}".formatted(statement.replace('`', '"'))))))
        .singleElement()
        .asString()
        .startsWith("Policy, statement 0: ")
        .contains(why);
  }

  @ParameterizedTest
  @CsvSource({
    "ForSomeValues:StringEquals, red, the condition operator ForSomeValues:StringEquals is unknown",
    "ForAnyValue:Null, true, the condition operator ForAnyValue:Null is unknown",
    "NullIfExists, true, the condition operator NullIfExists is unknown",
    "'Null', maybe, is neither true nor false",
    "Bool, yes, is neither true nor false",
    "NumericLessThan, ten, is no number",
    "NumericLessThan, ${aws:EpochTime}, is no number",
    "DateGreaterThan, tomorrow, is no date",
    "IpAddress, 203.0.113.0/33, is no network",
    "NotIpAddress, 203.0.113.*, is no network",
    "ArnLike, arn:aws:sns:*:topic, is no ARN",
    "BinaryEquals, %, is not in Base64"
  })
  void aConditionThatNothingCouldFulfilStopsTheStart(String operator, String wanted, String why) {
    var condition = "\"%s\": {\"aws:PrincipalTag/x\": \"%s\"}".formatted(operator, wanted);

    assertThat(refusals(role("", policy("Policy", where(condition)))))
        .singleElement()
        .asString()
        .contains(why);
  }

  @ParameterizedTest
  @CsvSource({
    "'\"queue.amazonaws.com\"', is none: it may be",
    "'{\"AWS\": \"arn:aws:iam::111122223333:role/*\"}', is none of AWS's",
    "'{\"Service\": []}, \"NotAction\": \"*\"', it has both Action and NotAction"
  })
  void aPrincipalThatIsNobodyStopsTheStart(String principal, String why) {
    var own = statement("Deny", "sqs:*", QUEUE, "\"Principal\": " + principal);

    assertThat(refusals(role(""), queuePolicy(own))).singleElement().asString().contains(why);
  }

  @Test
  void aResourcesPolicyWithoutPrincipalStopsTheStart() {
    assertThat(refusals(role(""), queuePolicy(statement("Deny", "sqs:*", QUEUE, ""))))
        .containsExactly("Own, statement 0: Principal is missing: say whom it is about");
  }

  @Test
  void aKeyThatNothingGivesStopsTheStartWhetherAskedOrFilledIn() {
    var asks = where("\"StringEquals\": {\"aws:SourceVpc\": \"vpc-1\"}");
    var fillsIn = statement("Deny", "s3:*", "arn:aws:s3:::b/${aws:userid}", "");

    assertThat(refusals(role("", policy("Policy", asks, fillsIn))))
        .containsExactly(
            "Policy, statement 0: the twin does not know the condition key aws:SourceVpc: let the part that is asked give it, or use another",
            "Policy, statement 1: the twin does not know the condition key aws:userid: let the part that is asked give it, or use another");
  }

  @Test
  void allThatIsWrongIsSaidAtOnce() {
    var wrong = statement("Maybe", "s3:*", "*", "");

    assertThat(refusals(role("", policy("One", wrong), policy("Two", wrong)))).hasSize(2);
  }

  @Test
  void aVersionThatAwsDoesNotKnowStopsTheStart() {
    var policy = policy("Policy", statement("Allow", "s3:*", "*", ""));

    assertThat(refusals(role("", policy.replace("2012-10-17", "2012-10-7"))))
        .containsExactly(
            "Policy: the version is \"2012-10-7\": it may be 2012-10-17 or 2008-10-17");
  }

  @Test
  void aPolicyOfARoleThatIsNotThereStopsTheStart() {
    var policy = policy("Policy", statement("Allow", "s3:*", "*", ""));

    assertThat(refusals(role("", policy.replace("{\"Ref\": \"Role\"}", "\"another\""))))
        .containsExactly(
            "Policy: its role another is none of the stack's: only those have policies here");
  }
}
