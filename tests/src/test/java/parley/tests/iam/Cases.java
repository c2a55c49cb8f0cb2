package parley.tests.iam;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;

/** Makes cases in which something is likely to match, and something else not to. */
final class Cases {

  private static final Map<String, List<String>> RESOURCES =
      Map.of(
          "dynamodb:GetItem", List.of("arn:aws:dynamodb:us-east-1:111122223333:table/Orders"),
          "dynamodb:Query",
              List.of(
                  "arn:aws:dynamodb:us-east-1:111122223333:table/Orders",
                  "arn:aws:dynamodb:us-east-1:111122223333:table/Orders/index/ByDay"),
          "sqs:SendMessage", List.of("arn:aws:sqs:us-east-1:111122223333:orders"),
          "s3:GetObject",
              List.of(
                  "arn:aws:s3:::shelf/red/1.jpg",
                  "arn:aws:s3:::shelf/blue/2.jpg",
                  "arn:aws:s3:::shelf/a:b:c:d:e/3.jpg"),
          "execute-api:ManageConnections",
              List.of("arn:aws:execute-api:us-east-1:111122223333:a1b2c3/ws/POST/@connections/one"),
          "s3:PutObject", List.of("arn:aws:s3:::shelf/red/1.jpg"));

  private static final List<String> ACTIONS = RESOURCES.keySet().stream().sorted().toList();
  private static final List<String> SERVICES =
      List.of("cloudfront.amazonaws.com", "lambda.amazonaws.com");

  private final Random random;
  private final Conditions conditions;

  Cases(long seed) {
    random = new Random(seed);
    conditions = new Conditions(random);
  }

  Case next() {
    var action = pick(ACTIONS);
    var resource = pick(RESOURCES.get(action));
    var ownable = action.startsWith("s3:") || action.startsWith("sqs:");
    var service = ownable && chance(4) ? Optional.of(pick(SERVICES)) : Optional.<String>empty();
    var identity = new ArrayList<JsonNode>();
    for (var i = service.isPresent() ? 2 : random.nextInt(2); i < 2; i++) {
      identity.add(document(action, resource, false));
    }
    return new Case(
        service,
        action,
        resource,
        context(action),
        identity,
        service.isEmpty() && chance(3)
            ? Optional.of(document(action, resource, false))
            : Optional.empty(),
        ownable && (service.isPresent() || chance(2))
            ? Optional.of(document(action, resource, true))
            : Optional.empty());
  }

  private Map<String, List<String>> context(String action) {
    var context = new HashMap<String, List<String>>();
    for (var key : Conditions.KEYS) {
      if (chance(2) && (!key.name().startsWith("dynamodb:") || action.startsWith("dynamodb:"))) {
        var values = new ArrayList<String>();
        for (var i = Case.isList(key.name()) ? random.nextInt(3) : 0; i < 3; i += 3) {
          values.add(pick(key.values()));
          if (Case.isList(key.name()) && chance(2)) {
            values.add(pick(key.values()));
          }
        }
        if (!values.isEmpty()) {
          context.put(key.name(), values);
        }
      }
    }
    return context;
  }

  private ObjectNode document(String action, String resource, boolean own) {
    var document = Case.JSON.createObjectNode();
    document.put("Version", chance(8) ? "2008-10-17" : "2012-10-17");
    var statements = document.putArray("Statement");
    var variables = document.path("Version").asText().equals("2012-10-17");
    for (var i = random.nextInt(2); i < 3; i++) {
      statement(statements.addObject(), action, resource, variables, own);
    }
    return document;
  }

  private void statement(
      ObjectNode statement, String action, String resource, boolean variables, boolean own) {
    statement.put("Effect", chance(4) ? "Deny" : "Allow");
    patterns(statement.putArray(chance(8) ? "NotAction" : "Action"), () -> action(action));
    patterns(
        statement.putArray(chance(8) ? "NotResource" : "Resource"),
        () -> resource(resource, own, variables));
    if (own) {
      principal(statement);
    }
    if (chance(2)) {
      conditions.add(statement.putObject("Condition"), action, variables);
    }
  }

  private void principal(ObjectNode statement) {
    switch (random.nextInt(6)) {
      case 0 -> statement.put("Principal", "*");
      case 1 -> statement.putObject("Principal").put("AWS", "*");
      case 2 -> statement.putObject("Principal").put("Service", pick(SERVICES));
      case 3 -> statement.putObject("Principal").put("AWS", "arn:aws:iam::111122223333:root");
      case 4 -> statement.putObject("Principal").put("AWS", Case.ROLE);
      default ->
          statement
              .putObject("Principal")
              .put(
                  "AWS",
                  "arn:aws:sts::111122223333:assumed-role/%s/session"
                      .formatted(Case.ROLE.substring(Case.ROLE.indexOf('/') + 1)));
    }
  }

  private void patterns(ArrayNode list, java.util.function.Supplier<String> pattern) {
    for (var i = random.nextInt(2); i < 2; i++) {
      list.add(pattern.get());
    }
  }

  private String action(String asked) {
    var service = asked.substring(0, asked.indexOf(':') + 1);
    var name = asked.substring(service.length());
    return switch (random.nextInt(6)) {
      case 0 -> "*";
      case 1 -> service + "*";
      case 2 -> service + blurred(name);
      case 3 -> pick(ACTIONS);
      case 4 -> asked.toLowerCase(java.util.Locale.ROOT);
      default -> asked;
    };
  }

  private String resource(String asked, boolean own, boolean variables) {
    var choice = random.nextInt(variables && !asked.contains(":sqs:") ? 7 : 5);
    return switch (choice) {
      case 0 -> "*";
      case 1 -> head(asked) + blurred(asked.substring(head(asked).length()));
      case 2 -> own ? asked : pick(RESOURCES.get(pick(ACTIONS)));
      case 3, 4 -> asked;
      case 5 ->
          typed(asked)
              + pick(List.of("${aws:PrincipalTag/team}*", "*${aws:PrincipalTag/team, 'red'}*"));
      default -> head(asked) + "*${*}*";
    };
  }

  /**
   * All of an ARN but its last part, which for a bucket is the bucket's name. An API's id counts to
   * the head: the oracle takes it for a type, in which no wildcard matches; AWS's ARNs of
   * execute-api have no type, and its user guide puts a wildcard there.
   */
  private static String head(String arn) {
    return arn.startsWith("arn:aws:s3:::") || arn.contains(":execute-api:")
        ? arn.substring(0, arn.indexOf('/') + 1)
        : arn.substring(0, arn.lastIndexOf(':') + 1);
  }

  /**
   * The same with the resource's type. A variable in place of the type is left out: the oracle
   * takes the slash in the variable's own name for the end of the type.
   */
  private static String typed(String arn) {
    return arn.contains(":dynamodb:") ? head(arn) + "table/" : head(arn);
  }

  /** With a wildcard in place of some characters. */
  private String blurred(String text) {
    var from = random.nextInt(text.length());
    var to = from + random.nextInt(text.length() - from);
    return chance(3)
        ? text.substring(0, from) + "?" + text.substring(from + 1)
        : text.substring(0, from) + "*" + text.substring(to);
  }

  private boolean chance(int oneIn) {
    return random.nextInt(oneIn) == 0;
  }

  private <T> T pick(List<T> list) {
    return list.get(random.nextInt(list.size()));
  }
}
