package parley.local.gateway;

import java.time.Clock;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import parley.local.Part;
import parley.local.aws.AwsApis;
import parley.local.issuer.Tokens;
import parley.local.journal.Journal;
import parley.local.journal.Request.Kind;
import parley.local.lambda.Functions;
import parley.local.template.ResolvedStack;
import parley.local.template.ResourceType;
import parley.local.template.Stack;

/** The stack's REST APIs. They are reached in-process; safe for many threads. */
public final class RestApis implements Part {

  private final ExecutorService executor = Executors.newVirtualThreadPerTaskExecutor();
  private final Invoker invoker;
  private final Actions actions;
  private final Tokens tokens;
  private final Journal journal;
  private volatile Map<String, RestApi> apis = Map.of();

  /** REST APIs before these functions and AWS's APIs, for those who hold these tokens. */
  public RestApis(
      Functions functions,
      AwsApis aws,
      FunctionPermission permission,
      Tokens tokens,
      Journal journal,
      Clock clock) {
    this.journal = journal;
    this.invoker = new Invoker(functions, permission, clock, executor);
    this.actions = new Actions(aws, journal, executor);
    this.tokens = tokens;
  }

  @Override
  public List<ResourceType> types() {
    return RestTypes.all();
  }

  @Override
  public List<String> refusals(ResolvedStack stack) {
    try {
      read(stack);
      return List.of();
    } catch (IllegalArgumentException e) {
      return List.of(String.valueOf(e.getMessage()));
    }
  }

  @Override
  public void start(Stack stack) {
    apis = read(stack);
  }

  private Map<String, RestApi> read(Stack stack) {
    var read = new HashMap<String, RestApi>();
    for (var api : stack.all(RestTypes.API)) {
      var made = new RestReader(stack, api, tokens).read(invoker, actions);
      read.put(made.id(), made);
    }
    return Map.copyOf(read);
  }

  /** Whether there is an API of that id. */
  public boolean has(String apiId) {
    return apis.containsKey(apiId);
  }

  /** Answers a request; blocks until it has. Empty where there is no API of that id. */
  public Optional<RestAnswer> answer(String apiId, RestRequest request) {
    return Optional.ofNullable(apis.get(apiId))
        .map(
            api ->
                journal.request(
                    Kind.REST,
                    request.method() + " " + request.path(),
                    () -> api.answer(request),
                    answer -> Integer.toString(answer.status())));
  }

  @Override
  public void close() {
    executor.shutdownNow();
  }
}
