package parley.local.gateway;

import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import java.util.UUID;

/** {@code $context} of a REST request. */
final class Context {

  private static final DateTimeFormatter REQUEST_TIME =
      DateTimeFormatter.ofPattern("dd/MMM/yyyy:HH:mm:ss Z", Locale.ROOT).withZone(ZoneOffset.UTC);

  private Context() {}

  static Map<String, Object> of(RestApi api, RestRequest request, String stage) {
    var now = Instant.now(api.invoker().clock());
    var requestId = UUID.randomUUID().toString();
    var override = new HashMap<String, Object>();
    override.put("header", new HashMap<String, Object>());
    var context = new HashMap<String, Object>();
    context.put("accountId", api.account());
    context.put("apiId", api.id());
    context.put("requestId", requestId);
    context.put("extendedRequestId", requestId);
    context.put("httpMethod", request.method());
    context.put("path", request.path());
    context.put("protocol", "HTTP/1.1");
    context.put("stage", stage);
    context.put("requestTime", REQUEST_TIME.format(now));
    context.put("requestTimeEpoch", now.toEpochMilli());
    context.put(
        "identity",
        Map.of(
            "sourceIp", request.sourceIp(), "userAgent", request.header("User-Agent").orElse("")));
    context.put("responseOverride", override);
    return context;
  }
}
