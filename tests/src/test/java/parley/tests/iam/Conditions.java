package parley.tests.iam;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.List;
import java.util.Random;

/**
 * Makes conditions of every operator, on keys of its type. Two are left to the cases by hand: no
 * key that the oracle knows is for BinaryEquals, and it does not read seconds since 1970 in a
 * policy.
 */
final class Conditions {

  /**
   * A condition key.
   *
   * @param operators those of its type
   * @param values that a request may have
   * @param wanted that a policy may ask for
   */
  record Key(String name, List<String> operators, List<String> values, List<String> wanted) {}

  private static final List<String> TEXT =
      List.of(
          "StringEquals",
          "StringNotEquals",
          "StringEqualsIgnoreCase",
          "StringNotEqualsIgnoreCase",
          "StringLike",
          "StringNotLike");

  private static final List<String> ARN =
      List.of("ArnEquals", "ArnNotEquals", "ArnLike", "ArnNotLike");

  private static final List<String> COLOURS = List.of("red", "blue", "Red", "reddish");
  private static final List<String> SOUGHT =
      List.of("red", "blue", "re*", "?ed", "*", "RED", "green");

  private static final String OTHER = "arn:aws:sns:us-east-1:444455556666:alarms";
  private static final List<String> SOURCES =
      List.of(
          Case.SOURCE,
          OTHER,
          "arn:aws:cloudfront::111122223333:distribution/*",
          "arn:aws:*:*:444455556666:*",
          "arn:aws:cloudfront::111122223333:distribution/E2");

  static final List<Key> KEYS =
      List.of(
          new Key("aws:PrincipalTag/team", TEXT, COLOURS, SOUGHT),
          new Key("aws:TagKeys", TEXT, COLOURS, SOUGHT),
          new Key("dynamodb:LeadingKeys", TEXT, COLOURS, SOUGHT),
          new Key(
              "aws:MultiFactorAuthAge",
              List.of(
                  "NumericEquals",
                  "NumericNotEquals",
                  "NumericLessThan",
                  "NumericLessThanEquals",
                  "NumericGreaterThan",
                  "NumericGreaterThanEquals"),
              List.of("0", "60", "3600"),
              List.of("0", "60.0", "60.5", "3600")),
          new Key(
              "aws:TokenIssueTime",
              List.of(
                  "DateEquals",
                  "DateNotEquals",
                  "DateLessThan",
                  "DateLessThanEquals",
                  "DateGreaterThan",
                  "DateGreaterThanEquals"),
              List.of("2026-01-01T00:00:00Z", "2026-06-01T12:00:00Z"),
              List.of(
                  "2026-01-01T00:00:00Z",
                  "2026-03-01",
                  "2026-06-01T14:00:00+02:00",
                  "2026-06-01T12:00:00Z")),
          new Key(
              "aws:SourceIp",
              List.of("IpAddress", "NotIpAddress"),
              List.of("203.0.113.7", "198.51.100.200", "2001:db8::7"),
              List.of("203.0.113.0/24", "203.0.113.7/32", "198.51.100.128/25", "2001:db8::/32")),
          new Key("aws:FederatedProvider", TEXT, COLOURS, SOUGHT),
          new Key(
              "aws:SecureTransport", List.of("Bool"), List.of("true"), List.of("true", "false")),
          new Key(
              "aws:PrincipalArn",
              ARN,
              List.of(Case.ROLE),
              List.of(
                  Case.ROLE,
                  "arn:aws:iam::111122223333:role/*",
                  "arn:aws:iam::*:role/demo-*",
                  "arn:aws:iam::111122223333:user/*",
                  "arn:aws:*::*:role/*-Role-*")),
          new Key("aws:SourceArn", ARN, List.of(Case.SOURCE, OTHER), SOURCES),
          new Key("aws:SourceArn", TEXT, List.of(Case.SOURCE, OTHER), SOURCES),
          new Key(
              "aws:SourceAccount",
              TEXT,
              List.of(Case.ACCOUNT, "444455556666"),
              List.of(Case.ACCOUNT, "444455556666", "1111*", "*")));

  private final Random random;

  Conditions(Random random) {
    this.random = random;
  }

  void add(ObjectNode condition, String action, boolean variables) {
    for (var i = random.nextInt(2); i < 2; i++) {
      var key = KEYS.get(random.nextInt(KEYS.size()));
      if (key.name().startsWith("dynamodb:") && !action.startsWith("dynamodb:")) {
        continue;
      }
      var name = spelled(key);
      if (random.nextInt(8) == 0) {
        condition.withObject("/Null").put(name, Boolean.toString(random.nextBoolean()));
        continue;
      }
      var wanted = condition.withObject("/" + operator(key)).putArray(name);
      for (var j = random.nextInt(2); j < 2; j++) {
        wanted.add(wanted(key, variables));
      }
    }
  }

  /** In one of the spellings that policies have: a key's case does not count. */
  private String spelled(Key key) {
    return random.nextInt(4) == 0 ? key.name().replace("aws:", "AWS:") : key.name();
  }

  private String wanted(Key key, boolean variables) {
    return variables && key.operators() == TEXT && random.nextInt(6) == 0
        ? "${aws:PrincipalTag/team}"
        : key.wanted().get(random.nextInt(key.wanted().size()));
  }

  private String operator(Key key) {
    var operator = key.operators().get(random.nextInt(key.operators().size()));
    var set =
        Case.isList(key.name())
            ? List.of("ForAllValues:", "ForAnyValue:").get(random.nextInt(2))
            : "";
    return set + operator + (random.nextInt(4) == 0 ? "IfExists" : "");
  }
}
