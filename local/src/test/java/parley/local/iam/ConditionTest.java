package parley.local.iam;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Arrays;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import parley.local.iam.Decision.Outcome;

/**
 * Cases of the IAM user guide: "Condition operators", "Conditions with multiple context keys or
 * values", and "Policy variables".
 */
class ConditionTest extends IamCase {

  @ParameterizedTest
  @CsvSource(
      nullValues = "-",
      value = {
        "StringEquals, red, red, true",
        "StringEquals, red, Red, false",
        "StringEquals, red*, reddish, false",
        "StringEquals, red, -, false",
        "StringEqualsIfExists, red, -, true",
        "StringEqualsIfExists, red, blue, false",
        "StringNotEquals, red, blue, true",
        "StringNotEquals, red, -, true",
        "StringEqualsIgnoreCase, red, RED, true",
        "StringLike, r?d*, reddish, true",
        "StringLike, r?d, reddish, false",
        "StringNotLike, r*, red, false",
        "NumericEquals, 10, 10.0, true",
        "NumericLessThan, 10, 9, true",
        "NumericLessThan, 10, 10, false",
        "NumericGreaterThanEquals, 10, 10, true",
        "NumericEquals, 10, ten, false",
        "DateLessThan, 2026-11-24T12:00:00Z, 2026-11-24T11:59:59Z, true",
        "DateGreaterThan, 2026-11-24T12:00:00Z, 2026-11-24T11:59:59Z, false",
        "DateEquals, 1795521600, 2026-11-24T12:00:00Z, true",
        "DateGreaterThan, 2026-11-24, 2026-11-24T00:00:01Z, true",
        "Bool, true, TRUE, true",
        "Bool, true, false, false",
        "BinaryEquals, QmluYXJ5, QmluYXJ5, true",
        "IpAddress, 203.0.113.0/24, 203.0.113.255, true",
        "IpAddress, 203.0.113.0/25, 203.0.113.255, false",
        "IpAddress, 2001:db8::/32, 2001:db8:1::1, true",
        "IpAddress, 203.0.113.7, 203.0.113.7, true",
        "NotIpAddress, 203.0.113.0/24, 198.51.100.1, true",
        "ArnLike, arn:aws:sns:*:1:t*, arn:aws:sns:eu-west-1:1:topic, true",
        "ArnEquals, arn:aws:s3:::b/*, arn:aws:s3:::b/a:b, true",
        "ArnNotEquals, arn:aws:s3:::b/*, arn:aws:s3:::c/a, true",
        "'Null', true, -, true",
        "'Null', true, red, false",
        "'Null', false, red, true"
      })
  void anOperatorHoldsAsTheReferenceSays(
      String operator, String wanted, String value, boolean holds) {
    allow(where("\"%s\": {\"aws:RequestTag/x\": \"%s\"}".formatted(operator, wanted)));

    assertThat(send(value == null ? Map.of() : Map.of("aws:RequestTag/x", List.of(value))))
        .isEqualTo(holds ? Outcome.ALLOWED : Outcome.IMPLICITLY_DENIED);
  }

  @ParameterizedTest
  @CsvSource(
      nullValues = "-",
      value = {
        "ForAllValues:StringEquals, red blue, true",
        "ForAllValues:StringEquals, red green, false",
        "ForAllValues:StringEquals, -, true",
        "ForAnyValue:StringEquals, red green, true",
        "ForAnyValue:StringEquals, green, false",
        "ForAnyValue:StringEquals, -, false",
        "ForAllValues:StringNotEquals, green, true",
        "ForAllValues:StringNotEquals, green red, false",
        "ForAnyValue:StringNotEquals, green red, true"
      })
  void aSetOperatorAsksAllValuesOrAny(String operator, String values, boolean holds) {
    allow(where("\"%s\": {\"aws:TagKeys\": [\"red\", \"blue\"]}".formatted(operator)));

    assertThat(
            send(
                values == null
                    ? Map.of()
                    : Map.of("aws:TagKeys", Arrays.asList(values.split(" ")))))
        .isEqualTo(holds ? Outcome.ALLOWED : Outcome.IMPLICITLY_DENIED);
  }

  @Test
  void allKeysMustHoldAndOneOfAKeysValues() {
    allow(
        where(
            "\"StringEquals\": {\"aws:RequestTag/a\": [\"1\", \"2\"], \"aws:RequestTag/b\": \"3\"}"));

    assertThat(send(tags("2", "3"))).isEqualTo(Outcome.ALLOWED);
    assertThat(send(tags("2", "4"))).isEqualTo(Outcome.IMPLICITLY_DENIED);
  }

  @Test
  void keysAreKnownInAnyCase() {
    allow(where("\"StringEquals\": {\"AWS:requesttag/A\": \"1\"}"));

    assertThat(send(tags("1", "0"))).isEqualTo(Outcome.ALLOWED);
  }

  @ParameterizedTest
  @CsvSource({
    "${aws:RequestTag/a}, blue, true",
    "'${aws:RequestTag/a, ''none''}', blue, true",
    "'${aws:RequestTag/none, ''blue''}', blue, true",
    "${aws:RequestTag/none}, blue, false",
    "${*}, *, true",
    "${*}, blue, false",
    "${?}${$}, ?$, true"
  })
  void aVariableIsWhatTheRequestHas(String wanted, String value, boolean holds) {
    allow(where("\"StringLike\": {\"aws:RequestTag/b\": \"%s\"}".formatted(wanted)));

    assertThat(send(tags("blue", value)))
        .isEqualTo(holds ? Outcome.ALLOWED : Outcome.IMPLICITLY_DENIED);
  }

  @Test
  void whatAVariableBringsInIsNoPattern() {
    allow(where("\"StringLike\": {\"aws:RequestTag/b\": \"${aws:RequestTag/a}\"}"));

    assertThat(send(tags("*", "blue"))).isEqualTo(Outcome.IMPLICITLY_DENIED);
    assertThat(send(tags("*", "*"))).isEqualTo(Outcome.ALLOWED);
  }

  @Test
  void theTimeIsTheTwins() {
    allow(
        where(
            "\"DateGreaterThan\": {\"aws:CurrentTime\": \"2026-11-24T11:00:00Z\"},"
                + " \"DateLessThan\": {\"aws:CurrentTime\": \"2026-11-24T13:00:00Z\"}"));

    assertThat(send(Map.of())).isEqualTo(Outcome.ALLOWED);
  }

  private static Map<String, List<String>> tags(String a, String b) {
    return Map.of("aws:RequestTag/a", List.of(a), "aws:RequestTag/b", List.of(b));
  }
}
