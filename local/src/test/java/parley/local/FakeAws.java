package parley.local;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.function.Function;
import parley.local.aws.AwsAnswer;
import parley.local.aws.AwsApi;
import parley.local.aws.AwsApis;
import parley.local.aws.AwsCall;
import parley.local.iam.Access;

/** One API of AWS that remembers how it was called, and answers what a test wants. */
public final class FakeAws implements AwsApi {

  private final String service;
  private final List<AwsCall> calls = new CopyOnWriteArrayList<>();
  private volatile Function<String, AwsAnswer> answers = body -> AwsAnswer.json(200, "{}");

  public FakeAws(String service) {
    this.service = service;
  }

  /** APIs of which none is there. */
  public static AwsApis nothing(FakeAuthority authority) {
    return new AwsApis(List.of(), authority.guard(), line -> {});
  }

  public AwsApis apis(FakeAuthority authority) {
    return new AwsApis(List.of(this), authority.guard(), line -> {});
  }

  /** Answers bodies so from now on. */
  public void answers(Function<String, AwsAnswer> given) {
    answers = given;
  }

  public List<AwsCall> calls() {
    return calls;
  }

  @Override
  public String signingName() {
    return service;
  }

  @Override
  public List<String> operations() {
    return List.of();
  }

  @Override
  public String target(String operation) {
    return "Fake." + operation;
  }

  @Override
  public List<Access> accesses(AwsCall call) {
    return List.of(new Access(service + ":" + call.operation(), "*"));
  }

  @Override
  public AwsAnswer denied(String message) {
    return AwsAnswer.json(400, "{\"__type\": \"AccessDeniedException\"}");
  }

  @Override
  public AwsAnswer answer(AwsCall call) {
    calls.add(call);
    return answers.apply(new String(call.body(), UTF_8));
  }
}
