package parley.infra.platform;

import java.util.Map;
import java.util.TreeMap;
import software.amazon.awscdk.services.apigateway.Integration;
import software.amazon.awscdk.services.apigateway.IntegrationResponse;

/**
 * A route for an outside party, which has not signed in: its function must refuse what is not
 * signed.
 *
 * @param function gets the record, with the described headers among its {@code params}
 * @param reads what the record's {@code body} is
 * @param answers what the function's reply becomes
 */
public record Webhook(Function function, Reads reads, Answers answers) {

  private static final String FORM_TYPE = "application/x-www-form-urlencoded";

  /** What is made of a request's body. */
  public enum Reads {
    /** {@code {"raw": base64 of the body as it was sent}}: a signature is over that. */
    RAW("application/json", FORM_TYPE, "text/plain"),
    /** A member for each field of a form; where one is sent twice, its first value. */
    FORM(FORM_TYPE);

    /** API Gateway picks a template by the media type, and knows none for all others. */
    private final String[] types;

    Reads(String... types) {
      this.types = types;
    }
  }

  /** What is made of a reply that is no refusal; a refusal is a problem as everywhere. */
  public enum Answers {
    /** Its body. */
    JSON("application/json"),
    /** The text that is its body's {@code content}. */
    TEXT("text/plain; charset=utf-8"),
    /** The document that is its body's {@code content}. */
    XML("application/xml; charset=utf-8");

    private final String type;

    Answers(String type) {
      this.type = type;
    }
  }

  /** The template that makes the record. Public for who tries it with hostile input. */
  public static String request(Reads reads, OpenApi.Operation operation) {
    return WebhookTemplates.request(operation, reads == Reads.FORM);
  }

  /** The template that makes the answer. Public for who tries it with hostile input. */
  public static String response(Answers answers) {
    return answers == Answers.JSON ? RestTemplates.response() : WebhookTemplates.content();
  }

  Integration integration(OpenApi.Operation operation) {
    var requests = new TreeMap<String, String>();
    for (var type : reads.types) {
      requests.put(type, request(reads, operation));
    }
    return Rest.integration(
        function,
        requests,
        IntegrationResponse.builder()
            .statusCode("200")
            .responseParameters(Map.of(Rest.CONTENT_TYPE, "'" + answers.type + "'"))
            .responseTemplates(Map.of("application/json", response(answers)))
            .build());
  }
}
