package parley.local.socket;

import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import java.util.UUID;

/**
 * What is known of a connection from its opening on.
 *
 * @param id like API Gateway's: base64 with a trailing {@code =}
 * @param api the API that it is one of
 * @param opening the request that opened it
 * @param connectedAt when
 * @param authorizer what the authorizer said of it
 */
record Session(
    String id,
    SocketApi api,
    Opening opening,
    Instant connectedAt,
    Map<String, Object> authorizer) {

  private static final DateTimeFormatter REQUEST_TIME =
      DateTimeFormatter.ofPattern("dd/MMM/yyyy:HH:mm:ss Z", Locale.ROOT).withZone(ZoneOffset.UTC);

  Session authorized(Map<String, Object> by) {
    return new Session(id, api, opening, connectedAt, Map.copyOf(by));
  }

  Map<String, String> variables() {
    return api.stages().get(opening.stage());
  }

  String userAgent() {
    return opening.header("User-Agent").orElse("");
  }

  /** {@code $context} of an event. */
  Map<String, Object> context(String routeKey, String eventType, Clock clock) {
    var now = clock.instant();
    var requestId = UUID.randomUUID().toString();
    var context = new HashMap<String, Object>();
    context.put("routeKey", routeKey);
    context.put("eventType", eventType);
    context.put("messageDirection", "IN");
    context.put("connectionId", id);
    context.put("connectedAt", connectedAt.toEpochMilli());
    context.put("requestId", requestId);
    context.put("extendedRequestId", requestId);
    context.put("requestTime", REQUEST_TIME.format(now));
    context.put("requestTimeEpoch", now.toEpochMilli());
    context.put("apiId", api.id());
    context.put("stage", opening.stage());
    context.put("domainName", "%s.execute-api.%s.amazonaws.com".formatted(api.id(), api.region()));
    context.put("identity", Map.of("sourceIp", opening.sourceIp(), "userAgent", userAgent()));
    if (!authorizer.isEmpty()) {
      context.put("authorizer", authorizer);
    }
    if (eventType.equals("MESSAGE")) {
      context.put("messageId", UUID.randomUUID().toString());
    }
    return context;
  }
}
