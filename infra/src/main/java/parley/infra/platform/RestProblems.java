package parley.infra.platform;

import java.util.LinkedHashMap;
import java.util.Map;
import software.amazon.awscdk.services.apigateway.GatewayResponseOptions;
import software.amazon.awscdk.services.apigateway.ResponseType;
import software.amazon.awscdk.services.apigateway.RestApi;

/** What API Gateway answers by itself, in the same form as the functions' refusals. */
final class RestProblems {

  /** API Gateway writes it as a JSON string, quotes included. */
  private static final String ITS_MESSAGE = "$context.error.messageString";

  private RestProblems() {}

  static void addTo(RestApi api) {
    all()
        .forEach(
            (type, problem) ->
                api.addGatewayResponse(
                    type.getResponseType(),
                    GatewayResponseOptions.builder()
                        .type(type)
                        .statusCode(String.valueOf(problem.status()))
                        .responseHeaders(Map.of("Content-Type", "'" + Problem.CONTENT_TYPE + "'"))
                        .templates(Map.of("application/json", problem.json()))
                        .build()));
  }

  private static Map<ResponseType, Problem> all() {
    var notSignedIn = new Problem(401, "not-signed-in", "\"sign in, and send the ID token\"");
    var unknownRoute = new Problem(404, "unknown-route", "\"there is no such route\"");
    var tooMany = new Problem(429, "too-many-requests", "\"wait a moment, and try again\"");
    var late = new Problem(504, "internal-error", "\"the answer took too long\"");
    var all = new LinkedHashMap<ResponseType, Problem>();
    all.put(ResponseType.UNAUTHORIZED, notSignedIn);
    all.put(ResponseType.EXPIRED_TOKEN, notSignedIn);
    all.put(ResponseType.INVALID_SIGNATURE, notSignedIn);
    all.put(ResponseType.ACCESS_DENIED, new Problem(403, "forbidden", "\"you may not do this\""));
    all.put(ResponseType.MISSING_AUTHENTICATION_TOKEN, unknownRoute);
    all.put(ResponseType.RESOURCE_NOT_FOUND, unknownRoute);
    all.put(ResponseType.BAD_REQUEST_BODY, new Problem(400, "invalid-input", ITS_MESSAGE));
    all.put(ResponseType.BAD_REQUEST_PARAMETERS, new Problem(400, "invalid-input", ITS_MESSAGE));
    all.put(
        ResponseType.UNSUPPORTED_MEDIA_TYPE,
        new Problem(415, "invalid-input", "\"send the body as application/json\""));
    all.put(
        ResponseType.REQUEST_TOO_LARGE,
        new Problem(413, "invalid-input", "\"the body is larger than 10 MB\""));
    all.put(ResponseType.THROTTLED, tooMany);
    all.put(ResponseType.QUOTA_EXCEEDED, tooMany);
    all.put(ResponseType.INTEGRATION_TIMEOUT, late);
    all.put(ResponseType.INTEGRATION_FAILURE, Problem.INTERNAL_ERROR);
    all.put(ResponseType.DEFAULT_4_XX, new Problem(400, "invalid-input", ITS_MESSAGE));
    all.put(ResponseType.DEFAULT_5_XX, Problem.INTERNAL_ERROR);
    return all;
  }
}
