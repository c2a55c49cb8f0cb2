package parley.local.gateway;

import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;
import parley.local.gateway.Refused.Reason;
import parley.local.mapping.MappingTemplate;

/**
 * What answers a method.
 *
 * @param target what it calls
 * @param passthrough NEVER, WHEN_NO_MATCH or WHEN_NO_TEMPLATES
 * @param templates of the request, by media type
 * @param responses what becomes of the answer; the first that matches, else the default
 * @param timeout how long an answer may take
 */
record Integration(
    Target target,
    String passthrough,
    Map<String, MappingTemplate> templates,
    List<Response> responses,
    Duration timeout) {

  /** The template for a media type; empty where the body passes as it is. */
  Optional<MappingTemplate> template(String mediaType) throws Refused {
    var template = Optional.ofNullable(templates.get(mediaType));
    var passes =
        switch (passthrough) {
          case "NEVER" -> false;
          case "WHEN_NO_TEMPLATES" -> templates.isEmpty();
          default -> true;
        };
    if (template.isEmpty() && !passes) {
      throw new Refused(Reason.UNSUPPORTED_MEDIA_TYPE);
    }
    return template;
  }

  /**
   * The response for what the integration gave.
   *
   * @param selector the function's error message, AWS's status or a mock's; "" for a function's
   *     success
   */
  Response response(String selector) throws Refused {
    if (!selector.isEmpty()) {
      for (var response : responses) {
        if (response.pattern.filter(p -> p.matcher(selector).matches()).isPresent()) {
          return response;
        }
      }
    }
    return responses.stream()
        .filter(response -> response.pattern.isEmpty())
        .findFirst()
        .orElseThrow(() -> new Refused(Reason.API_CONFIGURATION_ERROR));
  }

  /**
   * @param pattern must match the whole selector; empty for the default
   * @param status the method's response that it becomes
   * @param templates by media type
   * @param parameters values of the method response's headers: {@code
   *     method.response.header.Content-Type} → {@code 'text/xml'}
   */
  record Response(
      Optional<Pattern> pattern,
      String status,
      Map<String, MappingTemplate> templates,
      Map<String, String> parameters) {}
}
