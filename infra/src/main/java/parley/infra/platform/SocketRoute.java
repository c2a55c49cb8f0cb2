package parley.infra.platform;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import software.amazon.awscdk.Aws;
import software.amazon.awscdk.CfnResource;
import software.amazon.awscdk.services.apigatewayv2.CfnApi;
import software.amazon.awscdk.services.apigatewayv2.CfnIntegration;
import software.amazon.awscdk.services.apigatewayv2.CfnIntegrationResponse;
import software.amazon.awscdk.services.apigatewayv2.CfnRoute;
import software.amazon.awscdk.services.apigatewayv2.CfnRouteResponse;
import software.amazon.awscdk.services.iam.ServicePrincipal;
import software.amazon.awscdk.services.lambda.Permission;
import software.constructs.Construct;

/**
 * One route of the socket and all that belongs to it.
 *
 * @param route the route itself
 * @param parts the resources that a deployment must wait for
 * @param text everything that a change of must give a new deployment
 */
record SocketRoute(CfnRoute route, List<CfnResource> parts, String text) {

  /** The key under which API Gateway looks for the only template there is. */
  private static final String ONLY = "$default";

  private static final String SELECT_ONLY = "\\$default";

  /** A route that API Gateway answers by itself. */
  static SocketRoute mock(Construct scope, CfnApi api, String key, String answer) {
    var integration = integration(scope, api, key).integrationType("MOCK");
    return make(scope, api, key, integration, SocketTemplates.MOCK, answer);
  }

  /** A route whose function's reply goes back as a frame. */
  static SocketRoute answered(
      Construct scope, CfnApi api, String key, Function function, String template) {
    var integration = lambda(integration(scope, api, key), function);
    var route = make(scope, api, key, integration, template, SocketTemplates.reply());
    return new SocketRoute(route.route, route.parts, route.text + function.getNode().getPath());
  }

  /** A route whose function's reply nobody waits for. */
  static SocketRoute told(Construct scope, CfnApi api, String key, Function function) {
    var template = SocketTemplates.event();
    var integration =
        lambda(integration(scope, api, key), function)
            .requestTemplates(Map.of(ONLY, template))
            .build();
    var route = route(scope, api, key, integration).build();
    var text = key + template + function.getNode().getPath();
    return new SocketRoute(route, List.of(route, integration), text);
  }

  /** The address by which API Gateway invokes a function. */
  static String uri(Function function) {
    return "arn:%s:apigateway:%s:lambda:path/2015-03-31/functions/%s/invocations"
        .formatted(Aws.PARTITION, Aws.REGION, function.arn());
  }

  /** Lets API Gateway invoke a function from one place only. */
  static void permit(Function function, String id, String sourceArn) {
    function
        .live()
        .addPermission(
            "From" + name(id),
            Permission.builder()
                .principal(new ServicePrincipal("apigateway.amazonaws.com"))
                .sourceArn(sourceArn)
                .build());
  }

  /** Changes when any route does. */
  static String digest(List<SocketRoute> routes) {
    try {
      var sha = MessageDigest.getInstance("SHA-256");
      routes.forEach(route -> sha.update(route.text.getBytes(StandardCharsets.UTF_8)));
      return HexFormat.of().withUpperCase().formatHex(sha.digest(), 0, 8);
    } catch (NoSuchAlgorithmException e) {
      throw new AssertionError("every Java has SHA-256", e);
    }
  }

  private static SocketRoute make(
      Construct scope,
      CfnApi api,
      String key,
      CfnIntegration.Builder unfinished,
      String request,
      String answer) {
    var integration = unfinished.requestTemplates(Map.of(ONLY, request)).build();
    var response =
        CfnIntegrationResponse.Builder.create(scope, name(key) + "Answer")
            .apiId(api.getRef())
            .integrationId(integration.getRef())
            .integrationResponseKey(ONLY)
            .templateSelectionExpression(SELECT_ONLY)
            .responseTemplates(Map.of(ONLY, answer))
            .build();
    var route = route(scope, api, key, integration).routeResponseSelectionExpression(ONLY).build();
    var routeResponse =
        CfnRouteResponse.Builder.create(scope, name(key) + "Reply")
            .apiId(api.getRef())
            .routeId(route.getRef())
            .routeResponseKey(ONLY)
            .build();
    var parts = new ArrayList<CfnResource>(List.of(route, integration, response, routeResponse));
    return new SocketRoute(route, parts, key + request + answer);
  }

  private static CfnIntegration.Builder integration(Construct scope, CfnApi api, String key) {
    return CfnIntegration.Builder.create(scope, name(key) + "Integration")
        .apiId(api.getRef())
        .templateSelectionExpression(SELECT_ONLY)
        .passthroughBehavior("NEVER");
  }

  private static CfnIntegration.Builder lambda(CfnIntegration.Builder builder, Function function) {
    return builder.integrationType("AWS").integrationMethod("POST").integrationUri(uri(function));
  }

  private static CfnRoute.Builder route(
      Construct scope, CfnApi api, String key, CfnIntegration integration) {
    return CfnRoute.Builder.create(scope, name(key) + "Route")
        .apiId(api.getRef())
        .routeKey(key)
        .target("integrations/" + integration.getRef());
  }

  private static String name(String key) {
    var word = key.replaceAll("[^A-Za-z]", "");
    return Character.toUpperCase(word.charAt(0)) + word.substring(1);
  }
}
