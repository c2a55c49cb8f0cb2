package parley.local.socket;

import java.util.Map;
import java.util.Optional;

/**
 * One WebSocket API.
 *
 * @param id its id
 * @param region such as {@code us-east-1}
 * @param account twelve digits
 * @param selection the expression whose value is a frame's route
 * @param stages the variables of each stage, by its name
 * @param routes by key
 */
record SocketApi(
    String id,
    String region,
    String account,
    String selection,
    Map<String, Map<String, String>> stages,
    Map<String, SocketRoute> routes) {

  /** The route of a frame: the one that it names, or the default. */
  Optional<SocketRoute> routeOf(Selection frame) {
    var key = frame.value(selection);
    var named = key.startsWith("$") ? null : routes.get(key);
    return Optional.ofNullable(named == null ? routes.get("$default") : named);
  }

  Optional<SocketRoute> route(String key) {
    return Optional.ofNullable(routes.get(key));
  }

  /** What a policy names to allow a connection to be opened. */
  String methodArn(String stage) {
    return "arn:aws:execute-api:%s:%s:%s/%s/$connect".formatted(region, account, id, stage);
  }
}
