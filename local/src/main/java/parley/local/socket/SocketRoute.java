package parley.local.socket;

import java.util.Map;
import java.util.Optional;
import parley.local.mapping.MappingTemplate;

/**
 * One route of a WebSocket API.
 *
 * @param key such as {@code send} or {@code $connect}
 * @param function the function's ARN; empty where the gateway answers by itself (MOCK)
 * @param request what is made of a frame
 * @param passes whether a frame passes as it is where no template is selected
 * @param answers whether the client gets a frame back
 * @param responses what is made of an answer, by the integration response's key
 * @param authorizer who decides about {@code $connect}
 */
record SocketRoute(
    String key,
    Optional<String> function,
    Templates request,
    boolean passes,
    boolean answers,
    Map<String, Templates> responses,
    Optional<SocketAuthorizer> authorizer) {

  /**
   * The response for a status: the one whose pattern is {@code /regex/} and matches, or the
   * default.
   */
  Optional<Templates> response(String status) {
    return responses.entrySet().stream()
        .filter(entry -> matches(entry.getKey(), status))
        .map(Map.Entry::getValue)
        .findFirst()
        .or(() -> Optional.ofNullable(responses.get("$default")));
  }

  private static boolean matches(String key, String status) {
    return key.length() > 2
        && key.startsWith("/")
        && key.endsWith("/")
        && status.matches(key.substring(1, key.length() - 1));
  }

  /**
   * Templates, one of which is selected.
   *
   * @param selection the expression whose value is the key; {@code \$default} is the text itself
   */
  record Templates(String selection, Map<String, MappingTemplate> byKey) {

    /** The selected template; empty where there is none. */
    Optional<MappingTemplate> select(Selection body) {
      var key =
          selection.startsWith("\\")
              ? selection.substring(1)
              : selection.isEmpty() ? "$default" : body.value(selection);
      return Optional.ofNullable(byKey.getOrDefault(key, byKey.get("$default")));
    }
  }
}
