package parley.local.iam;

import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.stream.Stream;

/**
 * Which condition keys the twin can answer for: with the value, or because nothing in a stack has
 * one. Any other key would be taken as absent, and a denial that asks for it would be silently
 * void.
 */
final class KnownKeys {

  private static final Set<String> GIVEN =
      Set.of(
          "aws:currenttime",
          "aws:epochtime",
          "aws:principalaccount",
          "aws:principalarn",
          "aws:principalisawsservice",
          "aws:principalservicename",
          "aws:principaltype",
          "aws:requestedregion",
          "aws:resourceaccount",
          "aws:securetransport",
          "aws:sourceaccount",
          "aws:sourcearn",
          "aws:viaawsservice",
          "dynamodb:enclosingoperation",
          "dynamodb:fulltablescan",
          "dynamodb:returnconsumedcapacity",
          "dynamodb:returnvalues",
          "dynamodb:select",
          "iot:connection.thing.thingname",
          // Those of users who sign in themselves: no role and no service has them.
          "aws:multifactorauthage",
          "aws:multifactorauthpresent",
          "aws:username");

  private static final String TAGS = "aws:principaltag/";

  private KnownKeys() {}

  /** The keys in some statements that the twin cannot answer for, one sentence each. */
  static List<String> refusals(Stream<Statement> statements) {
    return statements
        .flatMap(
            statement ->
                statement
                    .keys()
                    .filter(key -> !given(key.toLowerCase(Locale.ROOT)))
                    .map(key -> refusal(statement, key)))
        .distinct()
        .toList();
  }

  private static boolean given(String key) {
    return GIVEN.contains(key) || key.startsWith(TAGS);
  }

  private static String refusal(Statement statement, String key) {
    return "%s, statement %d: the twin does not know the condition key %s: let the part that is asked give it, or use another"
        .formatted(statement.policy(), statement.index(), key);
  }
}
