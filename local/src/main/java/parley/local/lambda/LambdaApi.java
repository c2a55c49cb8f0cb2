package parley.local.lambda;

import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import parley.local.aws.AwsAnswer;
import parley.local.aws.AwsApi;
import parley.local.aws.AwsCall;
import parley.local.aws.Unmapped;
import parley.local.iam.Access;
import parley.local.journal.Trace;
import parley.local.template.Names;

/** Lambda's API for functions that call functions: Invoke, and nothing else. */
public final class LambdaApi implements AwsApi {

  private static final Pattern INVOKE =
      Pattern.compile("/2015-03-31/functions/([^/]+)/invocations");
  private static final int RETRIES = 2;

  private static final Pattern QUALIFIER = Pattern.compile("(?:^|&)Qualifier=([\\w$-]+)");

  private final Lambda lambda;
  private final Names names;

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
  public List<Access> accesses(AwsCall call) throws Unmapped {
    var path = INVOKE.matcher(call.path());
    if (!call.method().equals("POST") || !path.matches()) {
      throw new Unmapped("Lambda's %s %s".formatted(call.method(), call.path()));
    }
    var function = URLDecoder.decode(path.group(1), StandardCharsets.UTF_8);
    var arn = function.startsWith("arn:") ? function : LambdaTypes.arn(names, function);
    var qualifier = QUALIFIER.matcher(call.query());
    return List.of(
        new Access(
            "lambda:InvokeFunction", qualifier.find() ? arn + ":" + qualifier.group(1) : arn));
  }

  @Override
  public AwsAnswer answer(AwsCall call) {
    var path = INVOKE.matcher(call.path());
    if (!call.method().equals("POST") || !path.matches()) {
      return AwsAnswer.error(
          501, "NotImplementedException", "of Lambda's API only Invoke is implemented");
    }
    var function = URLDecoder.decode(path.group(1), StandardCharsets.UTF_8);
    if (!lambda.knows(function)) {
      return AwsAnswer.error(404, "ResourceNotFoundException", "Function not found: " + function);
    }
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
