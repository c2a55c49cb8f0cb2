package parley.local.aws;

import io.undertow.Undertow;
import io.undertow.UndertowOptions;
import io.undertow.server.HttpServerExchange;
import io.undertow.server.handlers.HttpContinueReadHandler;
import io.undertow.util.HttpString;
import java.nio.ByteBuffer;
import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import parley.local.OwnHost;
import parley.local.journal.Journal;
import parley.local.journal.Request.Kind;
import parley.local.journal.Trace;

/**
 * The HTTP server of all AWS APIs, on loopback: knows the caller by the access key that signed,
 * proves it by the signature, and passes the call to the service that the signature names.
 */
public final class AwsEndpoint implements AutoCloseable {

  /** As much as any of AWS's APIs takes: DynamoDB's batches of 16 MB. */
  private static final int MAX_BODY_BYTES = 16 << 20;

  private final AwsApis apis;
  private final Principals principals;
  private final Journal journal;
  private final Signer signer = new Signer();
  private final ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor();
  private final Undertow server;

  /** Serves these APIs on the port from {@link #start} on. */
  public AwsEndpoint(int port, Principals principals, AwsApis apis, Journal journal) {
    this.journal = journal;
    this.principals = principals;
    this.apis = apis;
    server =
        Undertow.builder()
            .addHttpListener(port, "127.0.0.1")
            .setServerOption(UndertowOptions.MAX_ENTITY_SIZE, (long) MAX_BODY_BYTES)
            .setHandler(OwnHost.only(this::receive))
            .build();
  }

  /** Begins to listen. */
  public void start() {
    server.start();
  }

  @Override
  public void close() {
    server.stop();
    threads.close();
  }

  /** A client that asks whether to send its body, as S3's do, is told so when it is read. */
  private void receive(HttpServerExchange exchange) throws Exception {
    new HttpContinueReadHandler(next -> next.dispatch(threads, this::serve))
        .handleRequest(exchange);
  }

  private void serve(HttpServerExchange exchange) throws Exception {
    exchange.startBlocking();
    var body = exchange.getInputStream().readAllBytes();
    var headers = new HashMap<String, String>();
    for (var values : exchange.getRequestHeaders()) {
      headers.put(
          values.getHeaderName().toString().toLowerCase(Locale.ROOT), String.join(",", values));
    }
    send(
        exchange,
        answer(
            exchange.getRequestMethod().toString(),
            exchange.getRequestURI(),
            exchange.getQueryString(),
            headers,
            body));
  }

  private static void send(HttpServerExchange exchange, AwsAnswer answer) {
    exchange.setStatusCode(answer.status());
    answer
        .headers()
        .forEach((name, value) -> exchange.getResponseHeaders().put(new HttpString(name), value));
    exchange.getResponseSender().send(ByteBuffer.wrap(answer.body()));
  }

  /** A call of nobody that is known. */
  private AwsAnswer stranger(String type, String message) {
    return journal.request(
        Kind.CALL,
        "a call of nobody known",
        () -> {
          Trace.refused(type, message);
          return AwsAnswer.error(403, type, message);
        },
        answer -> Integer.toString(answer.status()));
  }

  private AwsAnswer answer(
      String method, String path, String query, Map<String, String> headers, byte[] body) {
    var signature = Signature.parse(headers.getOrDefault("authorization", ""));
    if (signature.isEmpty()) {
      return stranger("MissingAuthenticationTokenException", "the call is not signed with SigV4");
    }
    var credentials = principals.find(signature.get().accessKey());
    if (credentials.isEmpty()) {
      return stranger(
          "UnrecognizedClientException",
          "the access key is of none of this stack's functions, and not the developer's");
    }
    if (!signer.verifies(
        signature.get(), credentials.get().secret(), method, path, query, headers, body)) {
      return stranger(
          "InvalidSignatureException", "the signature does not match the access key's secret");
    }
    var call =
        new AwsCall(
            credentials.get().caller(),
            signature.get().service(),
            method,
            path,
            query,
            headers,
            body);
    return journal.call(
        new Journal.Call(
            credentials.get().invocation().get(),
            call.caller().name(),
            call.service(),
            call.operation(),
            apis.shown(call.service(), body)),
        () -> apis.answer(call),
        AwsAnswer::status,
        answer -> apis.shown(call.service(), answer.body()));
  }
}
