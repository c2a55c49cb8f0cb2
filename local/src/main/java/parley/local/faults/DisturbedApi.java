package parley.local.faults;

import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Function;
import parley.local.aws.AwsAnswer;
import parley.local.aws.AwsApi;
import parley.local.aws.AwsCall;
import parley.local.aws.Unmapped;
import parley.local.faults.Kind.Site;
import parley.local.iam.Access;
import parley.local.journal.Trace;
import parley.local.lambda.Processes;

/**
 * An API whose calls are disturbed by rules, after they were allowed.
 *
 * <p>A function that is killed does nothing more that anybody sees: its invocation has failed
 * before its call is answered, and a call that it still makes is not served.
 */
final class DisturbedApi implements AwsApi {

  private final AwsApi api;
  private final Rules rules;
  private final Function<AwsCall, String> invocations;
  private final Processes processes;
  private final Set<String> dead = ConcurrentHashMap.newKeySet();

  /**
   * @param invocations the id of the invocation that makes a call, or ""
   */
  DisturbedApi(
      AwsApi api, Rules rules, Function<AwsCall, String> invocations, Processes processes) {
    this.api = api;
    this.rules = rules;
    this.invocations = invocations;
    this.processes = processes;
  }

  @Override
  public String signingName() {
    return api.signingName();
  }

  @Override
  public List<String> operations() {
    return api.operations();
  }

  @Override
  public String target(String operation) {
    return api.target(operation);
  }

  @Override
  public List<Access> accesses(AwsCall call) throws Unmapped {
    return api.accesses(call);
  }

  @Override
  public AwsAnswer denied(String message) {
    return api.denied(message);
  }

  @Override
  public byte[] shown(byte[] body) {
    return api.shown(body);
  }

  @Override
  public AwsAnswer answer(AwsCall call) throws Exception {
    var invocation = invocations.apply(call);
    if (invocation.isEmpty()) {
      // Faults are for functions at work, and not for who looks at what became of it.
      return api.answer(call);
    }
    if (dead.contains(invocation)) {
      return ErrorAnswers.failed(call.service());
    }
    var operation = operation(call);
    var fired =
        rules.fire(
            Site.CALL,
            Map.of(
                "function",
                call.caller().name(),
                "service",
                call.service(),
                "operation",
                operation));
    if (fired.isEmpty()) {
      return api.answer(call);
    }
    var rule = fired.get().rule();
    Trace.refused("INJECTED", "%s %s".formatted(rule.kind().code(), rule.when()).strip());
    return disturbed(call, operation, rule, invocation);
  }

  private AwsAnswer disturbed(AwsCall call, String operation, Rule rule, String invocation)
      throws Exception {
    return switch (rule.kind()) {
      case KILL -> killed(call, rule.when(), invocation);
      case TIME_OUT -> timedOut(call, rule.when(), invocation);
      case THROTTLE -> ErrorAnswers.throttled(call.service());
      case CONFLICT -> ErrorAnswers.conflicting(operation, call.body());
      case GONE -> ErrorAnswers.gone();
      case ERROR -> {
        if (rule.when().equals("during")) {
          api.answer(call);
        }
        yield ErrorAnswers.failed(call.service());
      }
      case LATENCY -> {
        Thread.sleep(rule.lasting());
        yield api.answer(call);
      }
      default -> throw new IllegalStateException("%s befalls no call".formatted(rule.kind()));
    };
  }

  private AwsAnswer killed(AwsCall call, String when, String invocation) throws Exception {
    var answer = when.equals("before") ? ErrorAnswers.failed(call.service()) : api.answer(call);
    dead.add(invocation);
    processes.kill(invocation);
    return when.equals("after") ? answer : ErrorAnswers.failed(call.service());
  }

  private AwsAnswer timedOut(AwsCall call, String when, String invocation) throws Exception {
    if (when.equals("during")) {
      api.answer(call);
    }
    dead.add(invocation);
    processes.timeOut(invocation);
    return ErrorAnswers.failed(call.service());
  }

  /** By AWS's name, as {@link #operations()} has it. */
  private static String operation(AwsCall call) {
    return switch (call.service()) {
      case "execute-api" ->
          switch (call.method()) {
            case "POST" -> "PostToConnection";
            case "DELETE" -> "DeleteConnection";
            default -> "GetConnection";
          };
      case "lambda" -> call.path().endsWith("/invocations") ? "Invoke" : call.operation();
      default -> call.operation();
    };
  }
}
