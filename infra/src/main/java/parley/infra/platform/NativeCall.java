package parley.infra.platform;

import java.util.List;
import java.util.Map;
import software.amazon.awscdk.services.apigateway.AwsIntegration;
import software.amazon.awscdk.services.apigateway.Integration;
import software.amazon.awscdk.services.apigateway.IntegrationOptions;
import software.amazon.awscdk.services.apigateway.IntegrationResponse;
import software.amazon.awscdk.services.apigateway.PassthroughBehavior;
import software.amazon.awscdk.services.iam.IRole;

/**
 * An action of AWS that API Gateway calls by itself, for a service of a JSON protocol.
 *
 * @param service such as {@code kinesis}
 * @param action such as {@code PutRecord}
 * @param role as which it is called
 * @param request the mapping template of the action's input
 * @param response the mapping template of the answer, from the action's output
 * @param refusal the mapping template of the problem, from what AWS says when it refuses; it must
 *     set the status
 */
public record NativeCall(
    String service, String action, IRole role, String request, String response, String refusal) {

  private static final String JSON = "application/json";

  Integration integration() {
    return AwsIntegration.Builder.create()
        .service(service)
        .action(action)
        .integrationHttpMethod("POST")
        .options(
            IntegrationOptions.builder()
                .credentialsRole(role)
                .passthroughBehavior(PassthroughBehavior.NEVER)
                .requestParameters(
                    Map.of(
                        "integration.request.header.Content-Type", "'application/x-amz-json-1.1'"))
                .requestTemplates(Map.of(JSON, request))
                .integrationResponses(
                    List.of(
                        IntegrationResponse.builder()
                            .statusCode("200")
                            .responseTemplates(Map.of(JSON, response))
                            .build(),
                        Rest.problem("400", "4\\d\\d", refusal),
                        Rest.problem("500", "5\\d\\d", Problem.INTERNAL_ERROR.json())))
                .build())
        .build();
  }
}
