package parley.infra.platform;

import java.util.Locale;
import java.util.stream.Collectors;

/**
 * The mapping templates between what outside parties send and the functions' record and reply.
 *
 * <p>Everything here is a stranger's: a form is taken apart as text, each part is decoded and then
 * quoted, and nothing of it is ever read as JSON or as a template.
 */
final class WebhookTemplates {

  /** More than any party sends; API Gateway goes round a loop 1,000 times at most. */
  private static final int MOST_FIELDS = 256;

  /** A header's name has no case; the first one of a name counts. */
  private static final String HEADERS =
      """
      #set($headers = $input.params().header)
      #set($sent = {})
      #foreach($header in $headers.keySet())
      #set($lower = $header.toLowerCase())
      #if(!$sent.containsKey($lower))
      #set($ignored = $sent.put($lower, $headers.get($header)))
      #end
      #end
      """;

  /**
   * A percent sign that begins no byte stands for itself, as in browsers; the decoder would stop at
   * it.
   */
  private static final String FIELDS =
      """
      #set($text = "$!input.body")
      #set($fields = {})
      #foreach($pair in $text.split("&", %d))
      #if($foreach.index < %d && $pair != "")
      #set($safe = $pair.replaceAll('%%(?![0-9A-Fa-f]{2})', '%%25'))
      #set($at = $safe.indexOf("="))
      #if($at < 0)
      #set($field = $util.urlDecode($safe))
      #set($value = "")
      #else
      #set($next = $at + 1)
      #set($field = $util.urlDecode($safe.substring(0, $at)))
      #set($value = $util.urlDecode($safe.substring($next)))
      #end
      #if(!$fields.containsKey($field))
      #set($ignored = $fields.put($field, $value))
      #end
      #end
      #end
      """;

  private static final String FORM =
      "{#foreach($field in $fields.keySet())%s: %s#if($foreach.hasNext), #end#end}"
          .formatted(TemplateText.quoted("$field"), TemplateText.quoted("$fields.get($field)"));

  private WebhookTemplates() {}

  /** From a request to the record. */
  static String request(OpenApi.Operation operation, boolean form) {
    return TemplateText.PREPARED
        + HEADERS
        + (form ? FIELDS.formatted(MOST_FIELDS + 1, MOST_FIELDS) : "")
        + """
        {"requestId": "$context.requestId",
        "caller": {"user": "", "name": "", "connection": ""},
        "params": {%s},
        "body": %s}
        """
            .formatted(
                operation.parameters().stream()
                    .map(WebhookTemplates::param)
                    .collect(Collectors.joining(", ")),
                form ? FORM : "{\"raw\": \"$util.base64Encode(\"$!input.body\")\"}");
  }

  /**
   * The reply's {@code content}, as it is. In one line, since whatever stands between directives is
   * part of the answer.
   */
  static String content() {
    return """
    #set($status = $input.path('$.status'))\
    #if("$!status" == "")\
    #set($context.responseOverride.status = 500)\
    #set($context.responseOverride.header.Content-Type = "%1$s")%2$s\
    #elseif($status >= 400)\
    #set($context.responseOverride.status = $status)\
    #set($context.responseOverride.header.Content-Type = "%1$s")$input.json('$.body')\
    #else\
    #set($context.responseOverride.status = $status)$!input.path('$.body.content')\
    #end"""
        .formatted(Problem.CONTENT_TYPE, Problem.INTERNAL_ERROR.json());
  }

  private static String param(OpenApi.Parameter parameter) {
    var value =
        parameter.in().equals("header")
            ? "\"$!sent.get('%s')\"".formatted(parameter.name().toLowerCase(Locale.ROOT))
            : "$input.params('%s')".formatted(parameter.name());
    return "\"%s\": %s".formatted(parameter.name(), TemplateText.quoted(value));
  }
}
