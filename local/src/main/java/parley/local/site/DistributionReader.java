package parley.local.site;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;
import parley.local.gateway.RestApis;
import parley.local.s3.Buckets;
import parley.local.site.Distribution.ErrorPage;
import parley.local.socket.SocketApis;
import parley.local.template.Resource;
import parley.local.template.Stack;

/**
 * Reads a distribution. Throws {@link IllegalArgumentException} for what the twin does not
 * implement.
 *
 * @param buckets the buckets that may be origins
 * @param rest the REST APIs that may be origins
 * @param sockets the WebSocket APIs that may be origins
 */
record DistributionReader(Stack stack, Buckets buckets, RestApis rest, SocketApis sockets) {

  private static final String CACHING_OPTIMIZED = "658327ea-f89d-4fab-a63d-7e88639e58f6";
  private static final String CACHING_DISABLED = "4135ea2d-6df8-44a3-9df3-4b5a84be39ad";
  private static final String ALL_VIEWER_EXCEPT_HOST = "b689b0a8-53d0-40ab-baf2-68738e2966ac";
  private static final Pattern API =
      Pattern.compile("([a-z0-9]+)\\.execute-api\\.[a-z0-9-]+\\.amazonaws\\.com");

  Distribution read(Resource distribution) {
    var config = distribution.get("DistributionConfig");
    var origins = new HashMap<String, Origin>();
    config
        .path("Origins")
        .forEach(origin -> origins.put(origin.path("Id").asText(), origin(origin)));
    var behaviors = new ArrayList<Behavior>();
    config
        .path("CacheBehaviors")
        .forEach(b -> behaviors.add(behavior(b, b.path("PathPattern").asText(), origins)));
    behaviors.add(behavior(config.path("DefaultCacheBehavior"), "*", origins));
    return new Distribution(
        List.copyOf(behaviors),
        config.path("DefaultRootObject").asText(),
        errors(config.path("CustomErrorResponses")));
  }

  private Behavior behavior(JsonNode behavior, String pattern, Map<String, Origin> origins) {
    var origin = origins.get(behavior.path("TargetOriginId").asText());
    var caching = behavior.path("CachePolicyId").asText();
    known("CachePolicyId", caching, Set.of(CACHING_OPTIMIZED, CACHING_DISABLED));
    if (!(origin instanceof Origin.Files)) {
      // Without it, an API would see neither query nor headers.
      known(
          "OriginRequestPolicyId",
          behavior.path("OriginRequestPolicyId").asText(),
          Set.of(ALL_VIEWER_EXCEPT_HOST));
    }
    var path = pattern.startsWith("/") || pattern.equals("*") ? pattern : "/" + pattern;
    return new Behavior(
        Wildcard.pattern(path),
        methods(behavior.path("AllowedMethods")),
        origin,
        headers(behavior.path("ResponseHeadersPolicyId").asText()),
        behavior.path("Compress").asBoolean() && caching.equals(CACHING_OPTIMIZED));
  }

  private Origin origin(JsonNode origin) {
    var domain = origin.path("DomainName").asText();
    var path = origin.path("OriginPath").asText();
    var bucket = buckets.at(domain, stack.names().region());
    if (bucket.isPresent()) {
      if (origin.path("OriginAccessControlId").asText().isEmpty()) {
        throw new IllegalArgumentException(
            "the origin %s has no origin access control, without which CloudFront asks as nobody: give it one"
                .formatted(domain));
      }
      return new Origin.Files(bucket.get(), path);
    }
    var api = API.matcher(domain);
    if (api.matches() && rest.has(api.group(1))) {
      return new Origin.Rest(api.group(1), path);
    }
    if (api.matches() && sockets.has(api.group(1))) {
      return new Origin.Socket(api.group(1), path);
    }
    throw new IllegalArgumentException(
        "the origin %s is neither a bucket nor an API of this stack".formatted(domain));
  }

  private HeadersPolicy headers(String id) {
    if (id.isEmpty()) {
      return HeadersPolicy.NONE;
    }
    return stack.all(SiteTypes.HEADERS).stream()
        .filter(policy -> SiteTypes.id(stack.names(), policy.id()).equals(id))
        .findFirst()
        .map(policy -> HeadersPolicy.of(policy.get("ResponseHeadersPolicyConfig")))
        .orElseThrow(
            () ->
                new IllegalArgumentException(
                    "ResponseHeadersPolicyId is %s; the twin knows the stack's own only"
                        .formatted(id)));
  }

  private static Set<String> methods(JsonNode methods) {
    var allowed = new LinkedHashSet<String>();
    methods.forEach(method -> allowed.add(method.asText()));
    return allowed.isEmpty() ? Set.of("GET", "HEAD") : allowed;
  }

  private static Map<Integer, ErrorPage> errors(JsonNode responses) {
    var errors = new HashMap<Integer, ErrorPage>();
    for (var response : responses) {
      var code = response.path("ErrorCode").asInt();
      errors.put(
          code,
          new ErrorPage(
              response.path("ResponsePagePath").asText(),
              response.path("ResponseCode").asInt(code)));
    }
    return errors;
  }

  private static void known(String property, String got, Set<String> allowed) {
    if (!allowed.contains(got)) {
      throw new IllegalArgumentException(
          "%s is %s; the twin implements %s".formatted(property, got, allowed));
    }
  }
}
