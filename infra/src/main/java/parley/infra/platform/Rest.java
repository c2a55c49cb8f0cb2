package parley.infra.platform;

import com.fasterxml.jackson.core.type.TypeReference;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Stream;
import software.amazon.awscdk.Aws;
import software.amazon.awscdk.Duration;
import software.amazon.awscdk.services.apigateway.AuthorizationType;
import software.amazon.awscdk.services.apigateway.CfnModel;
import software.amazon.awscdk.services.apigateway.CognitoUserPoolsAuthorizer;
import software.amazon.awscdk.services.apigateway.EndpointType;
import software.amazon.awscdk.services.apigateway.IModel;
import software.amazon.awscdk.services.apigateway.Integration;
import software.amazon.awscdk.services.apigateway.IntegrationResponse;
import software.amazon.awscdk.services.apigateway.LambdaIntegration;
import software.amazon.awscdk.services.apigateway.LambdaIntegrationOptions;
import software.amazon.awscdk.services.apigateway.MethodOptions;
import software.amazon.awscdk.services.apigateway.MethodResponse;
import software.amazon.awscdk.services.apigateway.Model;
import software.amazon.awscdk.services.apigateway.PassthroughBehavior;
import software.amazon.awscdk.services.apigateway.RequestValidator;
import software.amazon.awscdk.services.apigateway.RestApi;
import software.amazon.awscdk.services.apigateway.StageOptions;
import software.amazon.awscdk.services.cloudwatch.MetricOptions;
import software.amazon.awscdk.services.cognito.IUserPool;
import software.constructs.Construct;

/**
 * The REST API: routes to functions, for people who signed in and for outside parties. What a route
 * takes is read from the API's description.
 */
public final class Rest extends Construct {

  /** The stage, and so the first part of every path. */
  private static final String STAGE = "api";

  private static final String JSON = "application/json";

  /** Where an integration says what its answer is. */
  static final String CONTENT_TYPE = "method.response.header.Content-Type";

  /** Above what a person does, below what one script may take from all. */
  private static final int REQUESTS_PER_SECOND = 500;

  private final OpenApi description;
  private final RestApi api;
  private final CognitoUserPoolsAuthorizer authorizer;
  private final RequestValidator validator;
  private final Map<String, IModel> models = new HashMap<>();

  /** An API without routes, whose callers hold tokens of the pool. */
  public Rest(Construct scope, String id, IUserPool pool, OpenApi description) {
    super(scope, id);
    this.description = description;
    api =
        RestApi.Builder.create(this, "Api")
            .restApiName(Aws.STACK_NAME)
            .endpointTypes(List.of(EndpointType.REGIONAL))
            .cloudWatchRole(false)
            .deployOptions(
                StageOptions.builder()
                    .stageName(STAGE)
                    .throttlingRateLimit(REQUESTS_PER_SECOND)
                    .throttlingBurstLimit(2 * REQUESTS_PER_SECOND)
                    .build())
            .build();
    api.getNode().tryRemoveChild("Endpoint");
    RestProblems.addTo(api);
    List.of(
            Accepted.EDGE_FILTERS,
            Accepted.REQUEST_LOGS,
            Accepted.PERSONAL_ANSWERS,
            Accepted.NO_TRACING)
        .forEach(kind -> kind.on(api.getDeploymentStage()));
    Accepted.REQUEST_LOGS.on(java.util.Objects.requireNonNull(api.getLatestDeployment()));
    authorizer =
        CognitoUserPoolsAuthorizer.Builder.create(this, "SignedIn")
            .cognitoUserPools(List.of(pool))
            .build();
    validator =
        RequestValidator.Builder.create(this, "Described")
            .restApi(api)
            .validateRequestBody(true)
            .validateRequestParameters(true)
            .build();
  }

  /** Says when requests fail that should not have: answers of 500 and above. */
  public void tell(Watch watch) {
    watch.over(
        this,
        "Failing",
        "requests to the REST API fail: look for errors in the functions' logs",
        api.metricServerError(
            MetricOptions.builder().period(Duration.minutes(5)).statistic("Sum").build()),
        5);
  }

  /** The host that CloudFront forwards {@code /api/*} to. */
  public String host() {
    return "%s.execute-api.%s.%s".formatted(api.getRestApiId(), Aws.REGION, Aws.URL_SUFFIX);
  }

  /** The path pattern of its routes. */
  public static String pattern() {
    return "/" + STAGE + "/*";
  }

  /** Sends a route to a function. The API's description must have it. */
  public void route(String method, String path, Function function) {
    var operation = operation(method, path, false);
    add(method, path, operation, integration(function, operation), "200", "500");
  }

  /** Sends what an outside party sends to a function. The API's description must have it, open. */
  public void route(String method, String path, Webhook webhook) {
    var operation = operation(method, path, true);
    var options =
        options(operation, "200", "500").authorizationType(AuthorizationType.NONE).build();
    var made =
        api.getRoot()
            .resourceForPath(path)
            .addMethod(method, webhook.integration(operation), options);
    Accepted.PROVEN_OTHERWISE.on(made);
  }

  /** Sends a route to an action of AWS, without a function. The API's description must have it. */
  public void route(String method, String path, NativeCall call) {
    var operation = operation(method, path, false);
    add(method, path, operation, call.integration(), "200", "400", "500");
  }

  private void add(
      String method,
      String path,
      OpenApi.Operation operation,
      Integration integration,
      String... statuses) {
    var options =
        options(operation, statuses)
            .authorizationType(AuthorizationType.COGNITO)
            .authorizer(authorizer);
    if (!operation.body().isEmpty()) {
      options.requestModels(Map.of(JSON, models.computeIfAbsent(operation.body(), this::model)));
    }
    api.getRoot().resourceForPath(path).addMethod(method, integration, options.build());
  }

  private MethodOptions.Builder options(OpenApi.Operation operation, String... statuses) {
    return MethodOptions.builder()
        .requestValidator(validator)
        .requestParameters(queryOf(operation))
        .methodResponses(Stream.of(statuses).map(Rest::methodResponse).toList());
  }

  private OpenApi.Operation operation(String method, String path, boolean open) {
    var operation = description.operation(method, path);
    if (operation.open() != open) {
      throw new IllegalArgumentException(
          "%s %s must be described %s \"security: []\""
              .formatted(method, path, open ? "with" : "without"));
    }
    return operation;
  }

  private static Map<String, Boolean> queryOf(OpenApi.Operation operation) {
    var query = new TreeMap<String, Boolean>();
    for (var parameter : operation.parameters()) {
      if (parameter.in().equals("query")) {
        query.put("method.request.querystring." + parameter.name(), parameter.required());
      }
    }
    return query;
  }

  private static LambdaIntegration integration(Function function, OpenApi.Operation operation) {
    return integration(
        function,
        Map.of(JSON, RestTemplates.request(operation)),
        IntegrationResponse.builder()
            .statusCode("200")
            .responseTemplates(Map.of(JSON, RestTemplates.response()))
            .build());
  }

  /** To a function, by these templates, of which each is for one media type. */
  static LambdaIntegration integration(
      Function function, Map<String, String> requests, IntegrationResponse response) {
    return new LambdaIntegration(
        function.live(),
        LambdaIntegrationOptions.builder()
            .proxy(false)
            .allowTestInvoke(false)
            .passthroughBehavior(PassthroughBehavior.NEVER)
            .requestTemplates(requests)
            .integrationResponses(
                List.of(response, problem("500", "(\\n|.)+", Problem.INTERNAL_ERROR.json())))
            .build());
  }

  /** A problem, for what an integration gave. */
  static IntegrationResponse problem(String status, String pattern, String template) {
    return IntegrationResponse.builder()
        .statusCode(status)
        .selectionPattern(pattern)
        .responseParameters(Map.of(CONTENT_TYPE, "'" + Problem.CONTENT_TYPE + "'"))
        .responseTemplates(Map.of(JSON, template))
        .build();
  }

  private static MethodResponse methodResponse(String status) {
    return MethodResponse.builder()
        .statusCode(status)
        .responseParameters(Map.of(CONTENT_TYPE, true))
        .build();
  }

  private IModel model(String name) {
    var schema = description.schema(name);
    var model =
        CfnModel.Builder.create(this, name)
            .restApiId(api.getRestApiId())
            .name(name)
            .contentType(JSON)
            .schema(
                new ObjectMapper()
                    .convertValue(schema, new TypeReference<Map<String, Object>>() {}))
            .build();
    var deployment = java.util.Objects.requireNonNull(api.getLatestDeployment());
    deployment.addToLogicalId(schema.toString());
    deployment.getNode().addDependency(model);
    return Model.fromModelName(this, name + "Model", model.getRef());
  }
}
