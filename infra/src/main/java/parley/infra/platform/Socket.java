package parley.infra.platform;

import java.util.ArrayList;
import java.util.List;
import software.amazon.awscdk.Aws;
import software.amazon.awscdk.services.apigatewayv2.CfnApi;
import software.amazon.awscdk.services.apigatewayv2.CfnAuthorizer;
import software.amazon.awscdk.services.apigatewayv2.CfnDeployment;
import software.amazon.awscdk.services.apigatewayv2.CfnStage;
import software.constructs.Construct;

/** The WebSocket API: actions of frames to functions. */
public final class Socket extends Construct {

  /** The stage, and so the socket's path. */
  private static final String STAGE = "ws";

  /** Frames of all connections together. */
  private static final int FRAMES_PER_SECOND = 1000;

  private final CfnApi api;
  private final List<SocketRoute> routes = new ArrayList<>();

  /** An API that knows {@code ping} and refuses unknown actions, and nothing more yet. */
  public Socket(Construct scope, String id) {
    super(scope, id);
    api =
        CfnApi.Builder.create(this, "Api")
            .name(Aws.STACK_NAME)
            .protocolType("WEBSOCKET")
            .routeSelectionExpression("$request.body.action")
            .build();
    routes.add(SocketRoute.mock(this, api, "ping", SocketTemplates.PONG));
    routes.add(SocketRoute.mock(this, api, "$default", SocketTemplates.unknownAction()));
  }

  /** The host that CloudFront forwards {@code /ws} to. */
  public String host() {
    return "%s.execute-api.%s.%s".formatted(api.getRef(), Aws.REGION, Aws.URL_SUFFIX);
  }

  /** The one path of the socket. */
  public static String path() {
    return "/" + STAGE;
  }

  /**
   * Sends frames with this action to a function and its reply back; {@code params} names members.
   */
  public void action(String action, Function function, String... params) {
    var template = SocketTemplates.frame(List.of(params));
    routes.add(SocketRoute.answered(this, api, action, function, template));
    permit(function, action, STAGE + "/" + action);
  }

  /** Lets a function decide who may open a socket, and tells another that one was opened. */
  public void opened(Function decides, Function told) {
    var authorizer =
        CfnAuthorizer.Builder.create(this, "Ticket")
            .apiId(api.getRef())
            .name("ticket")
            .authorizerType("REQUEST")
            .authorizerUri(SocketRoute.uri(decides))
            .identitySource(List.of("route.request.querystring.ticket"))
            .build();
    permit(decides, "Authorizer", "authorizers/" + authorizer.getRef());
    var route = SocketRoute.told(this, api, "$connect", told);
    route.route().setAuthorizationType("CUSTOM");
    route.route().setAuthorizerId(authorizer.getRef());
    routes.add(route);
    permit(told, "$connect", STAGE + "/$connect");
  }

  /** Tells a function that a socket was closed; best effort, as API Gateway has it. */
  public void closed(Function told) {
    routes.add(SocketRoute.told(this, api, "$disconnect", told));
    permit(told, "$disconnect", STAGE + "/$disconnect");
  }

  /** Lets a function send frames to any connection; their ids are not known before. */
  public void allowSend(Function function, String variable) {
    allow(function, "POST", variable);
  }

  /** Lets a function close any connection. */
  public void allowClose(Function function, String variable) {
    allow(function, "DELETE", variable);
  }

  /** Makes the stage. Called once, after the last route. */
  public void publish() {
    var deployment = CfnDeployment.Builder.create(this, "Deployment").apiId(api.getRef()).build();
    routes.stream()
        .map(SocketRoute::route)
        .filter(route -> route.getAuthorizationType() == null)
        .forEach(Accepted.PROVEN_OTHERWISE::on);
    routes.forEach(route -> route.parts().forEach(deployment::addDependency));
    deployment.overrideLogicalId("SocketDeployment" + SocketRoute.digest(routes));
    var stage =
        CfnStage.Builder.create(this, "Stage")
            .apiId(api.getRef())
            .stageName(STAGE)
            .deploymentId(deployment.getRef())
            .defaultRouteSettings(
                CfnStage.RouteSettingsProperty.builder()
                    .throttlingRateLimit(FRAMES_PER_SECOND)
                    .throttlingBurstLimit(2 * FRAMES_PER_SECOND)
                    .build())
            .build();
    Accepted.REQUEST_LOGS.on(stage);
  }

  private void allow(Function function, String method, String variable) {
    function.allowPattern(
        List.of("execute-api:ManageConnections"),
        arn("%s/%s/@connections/*".formatted(STAGE, method)));
    function.with(variable, "https://%s/%s".formatted(host(), STAGE));
  }

  private void permit(Function function, String from, String of) {
    SocketRoute.permit(function, from, arn(of));
  }

  private String arn(String of) {
    return "arn:%s:execute-api:%s:%s:%s/%s"
        .formatted(Aws.PARTITION, Aws.REGION, Aws.ACCOUNT_ID, api.getRef(), of);
  }
}
