package parley.local.aws;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.stream.Collectors;
import parley.local.iam.Guard;
import parley.local.iam.Principal;
import parley.local.journal.Trace;

/**
 * All AWS APIs: asks whether a call is allowed, and passes it to the service that it names. Every
 * call to AWS passes here, with its caller proven and nothing done yet. Safe for many threads.
 */
public final class AwsApis {

  private final Map<String, AwsApi> apis;
  private final Guard guard;
  private final Consumer<String> console;

  /** These APIs, by their signing names; what is denied without a decision is printed here. */
  public AwsApis(List<AwsApi> apis, Guard guard, Consumer<String> console) {
    this.apis = apis.stream().collect(Collectors.toMap(AwsApi::signingName, api -> api));
    this.guard = guard;
    this.console = console;
  }

  /** What names an operation of a service to its API; "" where nothing does. */
  public String target(String service, String operation) {
    var api = apis.get(service);
    return api == null ? "" : api.target(operation);
  }

  /** What may be shown of a body that was sent to a service or answered by it. */
  public byte[] shown(String service, byte[] body) {
    var api = apis.get(service);
    return api == null ? body : api.shown(body);
  }

  /** Answers a call; blocks until it has. */
  public AwsAnswer answer(AwsCall call) {
    var api = apis.get(call.service());
    if (api == null) {
      console.accept(
          "%s called %s, which the twin does not implement"
              .formatted(call.caller().name(), call.service()));
      return AwsAnswer.error(
          501,
          "NotImplementedException",
          "the twin does not implement %s: %s".formatted(call.service(), apis.keySet()));
    }
    try {
      var denial = denial(api, call);
      return denial.isPresent() ? denial.get() : api.answer(call);
    } catch (Exception e) {
      if (e instanceof InterruptedException) {
        Thread.currentThread().interrupt();
      }
      console.accept(
          "%s of %s failed in the twin: %s".formatted(call.service(), call.caller().name(), e));
      return AwsAnswer.error(500, "InternalFailure", "the twin failed: " + e);
    }
  }

  /** The answer to a call that is not allowed; empty where it is. */
  private Optional<AwsAnswer> denial(AwsApi api, AwsCall call) {
    return switch (call.caller()) {
      case Caller.Administrator _ -> Optional.empty();
      case Caller.Function(var name, var session) -> denial(api, call, name, session);
      case Caller.Service(var name, var session) -> denial(api, call, name, session);
    };
  }

  private Optional<AwsAnswer> denial(
      AwsApi api, AwsCall call, String name, Principal.RoleSession session) {
    try {
      return guard
          .firstDenied(session, api.accesses(call))
          .map(decision -> api.denied(decision.message()));
    } catch (Unmapped e) {
      console.accept("denied: %s: %s".formatted(name, e.getMessage()));
      Trace.refused("AccessDenied", e.getMessage());
      return Optional.of(api.denied(e.getMessage()));
    }
  }
}
