package parley.local.iam;

import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/**
 * The condition keys of one request, with their values. Source: the IAM user guide, "AWS global
 * condition context keys".
 */
final class Keys {

  private final Map<String, List<String>> values = new HashMap<>();

  private Keys() {}

  static Keys of(Principal principal, Access access, Policies policies, Instant now) {
    var keys = new Keys();
    access.context().forEach(keys::put);
    policies
        .role(principal)
        .tags()
        .forEach((key, value) -> keys.put("aws:PrincipalTag/" + key, value));
    keys.put("aws:CurrentTime", now.toString());
    keys.put("aws:EpochTime", Long.toString(now.getEpochSecond()));
    // On AWS every one of these calls is over TLS; on loopback the twin stands for it.
    keys.put("aws:SecureTransport", "true");
    keys.put("aws:ViaAWSService", "false");
    keys.put("aws:RequestedRegion", policies.region());
    keys.put("aws:ResourceAccount", account(access.resource(), policies.account()));
    keys.of(principal);
    return keys;
  }

  /** Whose a resource is; what has no account in its ARN, as a bucket, is the stack's. */
  private static String account(String resource, String own) {
    var parts = resource.split(":", Arn.PARTS);
    return parts.length < Arn.PARTS || parts[4].isEmpty() ? own : parts[4];
  }

  /** The values of a key, whatever its case; none where the request does not have it. */
  List<String> of(String key) {
    return values.getOrDefault(key.toLowerCase(Locale.ROOT), List.of());
  }

  boolean has(String key) {
    return !of(key).isEmpty();
  }

  private void of(Principal principal) {
    switch (principal) {
      case Principal.RoleSession session -> {
        put("aws:PrincipalArn", session.role());
        put("aws:PrincipalAccount", session.role().split(":", 6)[4]);
        put("aws:PrincipalType", "AssumedRole");
        put("aws:PrincipalIsAWSService", "false");
      }
      // Source: the IoT Core developer guide, "Thing policy variables": only of a thing to which
      // the
      // certificate is attached.
      case Principal.Device device ->
          putUnlessEmpty("iot:Connection.Thing.ThingName", device.thing());
      case Principal.Service service -> {
        put("aws:PrincipalServiceName", service.name());
        put("aws:PrincipalIsAWSService", "true");
        putUnlessEmpty("aws:SourceArn", service.sourceArn());
        putUnlessEmpty("aws:SourceAccount", service.sourceAccount());
      }
    }
  }

  private void put(String key, String value) {
    put(key, List.of(value));
  }

  private void putUnlessEmpty(String key, String value) {
    if (!value.isEmpty()) {
      put(key, value);
    }
  }

  private void put(String key, List<String> all) {
    values.put(key.toLowerCase(Locale.ROOT), all);
  }
}
