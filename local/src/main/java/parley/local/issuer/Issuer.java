package parley.local.issuer;

import static java.nio.charset.StandardCharsets.UTF_8;

import io.undertow.Undertow;
import io.undertow.server.HttpServerExchange;
import io.undertow.util.HttpString;
import java.io.IOException;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.time.Clock;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import parley.local.OwnHost;
import parley.local.Part;
import parley.local.template.Resource;
import parley.local.template.ResourceType;
import parley.local.template.Stack;

/** The stack's user pools as OIDC issuers, on one address. */
public final class Issuer implements Part, Tokens {

  /** No form of the issuer's is larger. */
  private static final int LARGEST_FORM = 64 * 1024;

  private final ExecutorService executor = Executors.newVirtualThreadPerTaskExecutor();
  private final SecureRandom random = new SecureRandom();
  private final Path data;
  private final List<Person> demo;
  private final Clock clock;
  private volatile Map<String, Pool> byArn = Map.of();
  private @Nullable Undertow server;

  /**
   * @param data the folder in which {@code users/POOL.json} is kept
   * @param demo the people that an empty pool begins with
   * @param clock the time of tokens
   */
  public Issuer(Path data, List<Person> demo, Clock clock) {
    this.data = data;
    this.demo = List.copyOf(demo);
    this.clock = clock;
  }

  @Override
  public List<ResourceType> types() {
    return IssuerTypes.all();
  }

  @Override
  public void start(Stack stack) throws IOException {
    var pools = new ArrayList<Pool>();
    for (var pool : stack.all(IssuerTypes.POOL)) {
      pools.add(pool(stack, pool));
    }
    byArn = pools.stream().collect(Collectors.toMap(Pool::arn, pool -> pool));
    if (pools.isEmpty()) {
      return;
    }
    var names = stack.names();
    var endpoints = new Endpoints(names.issuer(), pools, clock, random);
    var cors = new Cors(names.site().toString());
    server =
        OwnHost.serve(
            names.issuer().getPort(), executor, exchange -> answer(endpoints, cors, exchange));
  }

  @Override
  public Optional<Map<String, Object>> claims(String poolArn, String token) {
    return Optional.ofNullable(byArn.get(poolArn))
        .flatMap(pool -> pool.verify(token, "id", clock.instant()))
        .map(claims -> claims.toJSONObject());
  }

  @Override
  public void close() {
    if (server != null) {
      server.stop();
    }
    executor.shutdownNow();
  }

  private Pool pool(Stack stack, Resource pool) throws IOException {
    var names = stack.names();
    var id = IssuerTypes.poolId(names, pool.id());
    var accounts = Accounts.open(data.resolve("users").resolve(id + ".json"), random);
    if (accounts.isEmpty()) {
      for (var person : demo) {
        accounts.begin(person, Passwords.OPEN_ITERATIONS);
      }
    }
    return new Pool(
        id,
        IssuerTypes.poolArn(names, pool.id()),
        names.issuer() + "/" + id,
        !pool.get("AdminCreateUserConfig.AllowAdminCreateUserOnly").asBoolean(),
        PasswordRules.of(pool.get("Policies.PasswordPolicy")),
        stack.all(IssuerTypes.CLIENT).stream()
            .filter(client -> client.text("UserPoolId").equals(id))
            .map(client -> Client.of(names, client))
            .collect(Collectors.toMap(Client::id, client -> client)),
        accounts);
  }

  private static void answer(Endpoints endpoints, Cors cors, HttpServerExchange exchange)
      throws IOException {
    exchange.startBlocking();
    var body = exchange.getInputStream().readNBytes(LARGEST_FORM);
    var headers = new HashMap<String, String>();
    exchange
        .getRequestHeaders()
        .forEach(
            h -> headers.put(h.getHeaderName().toString().toLowerCase(Locale.ROOT), h.getLast()));
    var request =
        new WebRequest(
            exchange.getRequestMethod().toString(),
            exchange.getRequestPath(),
            exchange.getQueryString(),
            headers,
            new String(body, UTF_8));
    var answer = cors.allow(request, () -> endpoints.answer(request));
    exchange.setStatusCode(answer.status());
    answer
        .headers()
        .forEach((name, value) -> exchange.getResponseHeaders().put(new HttpString(name), value));
    exchange.getOutputStream().write(answer.body().getBytes(UTF_8));
    exchange.endExchange();
  }
}
