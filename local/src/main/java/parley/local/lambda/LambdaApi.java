package parley.local.lambda;

import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import parley.local.aws.AwsAnswer;
import parley.local.aws.AwsApi;
import parley.local.aws.AwsCall;
import parley.local.aws.Unmapped;
import parley.local.iam.Access;
import parley.local.journal.Trace;
import parley.local.template.Names;

/** Lambda's API: invokes functions, and tells of them. */
public final class LambdaApi implements AwsApi {

  private static final int RETRIES = 2;

  private final Lambda lambda;
  private final Names names;
  private final Descriptions descriptions = new Descriptions();

  /** Invokes these functions, which have these names. */
  public LambdaApi(Lambda lambda, Names names) {
    this.lambda = lambda;
    this.names = names;
  }

  @Override
  public String signingName() {
    return "lambda";
  }

  @Override
  public List<String> operations() {
    return List.of("GetFunction", "GetFunctionConfiguration", "Invoke", "ListFunctions");
  }

  @Override
  public List<Access> accesses(AwsCall call) throws Unmapped {
    var function = LambdaRequest.of(call);
    return switch (function.operation()) {
      case "" -> throw new Unmapped("Lambda's %s %s".formatted(call.method(), call.path()));
      case "ListFunctions" -> List.of(new Access("lambda:ListFunctions", "*"));
      case "Invoke" -> List.of(new Access("lambda:InvokeFunction", function.arn(names)));
      default -> List.of(new Access("lambda:" + function.operation(), function.arn(names)));
    };
  }

  @Override
  public AwsAnswer answer(AwsCall call) {
    var request = LambdaRequest.of(call);
    if (request.operation().isEmpty()) {
      return AwsAnswer.error(
          501, "NotImplementedException", "of Lambda's API the twin implements " + operations());
    }
    if (request.operation().equals("ListFunctions")) {
      return descriptions.list(lambda.all(), call);
    }
    var found = lambda.find(request.function());
    if (found.isEmpty()) {
      return AwsAnswer.error(
          404, "ResourceNotFoundException", "Function not found: " + request.function());
    }
    return switch (request.operation()) {
      case "GetFunction" -> descriptions.whole(found.get());
      case "GetFunctionConfiguration" -> descriptions.configuration(found.get());
      default -> invoke(request.function(), call);
    };
  }

  private AwsAnswer invoke(String function, AwsCall call) {
    return switch (call.headers().getOrDefault("x-amz-invocation-type", "RequestResponse")) {
      case "RequestResponse" -> wait(function, payload(call));
      case "Event" -> queue(function, payload(call));
      case "DryRun" -> AwsAnswer.json(204, "");
      default ->
          AwsAnswer.error(
              400,
              "InvalidParameterValueException",
              "the invocation type is none of RequestResponse, Event, DryRun");
    };
  }

  private AwsAnswer wait(String function, byte[] payload) {
    var result = lambda.invoke(function, payload);
    var headers =
        result.failed()
            ? Map.of("X-Amz-Executed-Version", "1", "X-Amz-Function-Error", "Unhandled")
            : Map.of("X-Amz-Executed-Version", "1");
    return new AwsAnswer(200, headers, result.payload());
  }

  /** Answers at once; a function that fails is tried again, twice, as Lambda does. */
  private AwsAnswer queue(String function, byte[] payload) {
    var work = Trace.carried(() -> retried(function, payload));
    Thread.ofVirtual()
        .start(
            () -> {
              var unused = work.get();
            });
    return AwsAnswer.json(202, "");
  }

  private int retried(String function, byte[] payload) {
    var attempt = 0;
    while (lambda.invoke(function, payload).failed() && attempt < RETRIES) {
      attempt++;
    }
    return attempt;
  }

  private static byte[] payload(AwsCall call) {
    return call.body().length > 0 ? call.body() : "{}".getBytes(StandardCharsets.UTF_8);
  }
}
