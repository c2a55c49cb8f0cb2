package parley.local.site;

import static java.nio.charset.StandardCharsets.UTF_8;

import io.undertow.server.HttpServerExchange;
import io.undertow.util.Headers;
import io.undertow.util.HttpString;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.net.URLDecoder;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.zip.GZIPOutputStream;
import parley.local.gateway.RestApis;
import parley.local.gateway.RestRequest;
import parley.local.socket.Opening;
import parley.local.socket.SocketApis;

/** Answers requests as a distribution does. */
record Edge(Distribution distribution, BucketReads reads, RestApis rest, SocketApis sockets) {

  /** A little more than any API takes, so that the API itself refuses what is too large. */
  private static final int LARGEST_BODY = 10 * 1024 * 1024 + 1;

  /** CloudFront's bounds for what it compresses. */
  private static final int LEAST_GZIP = 1_000;

  private static final int MOST_GZIP = 10_000_000;

  void answer(HttpServerExchange exchange) throws Exception {
    var path = rawPath(exchange);
    var behavior = distribution.behavior(path);
    if (behavior.origin() instanceof Origin.Socket socket) {
      var opening =
          new Opening(
              stage(socket.path() + path), query(exchange), headers(exchange), source(exchange));
      sockets.open(socket.apiId(), opening, exchange);
      return;
    }
    var answer =
        behavior.methods().contains(exchange.getRequestMethod().toString())
            ? fromOrigin(behavior.origin(), path, exchange)
            : Answer.denied();
    var error = distribution.errors().get(answer.status());
    if (error != null) {
      answer = (error.path().isEmpty() ? answer : page(error.path())).withStatus(error.status());
    }
    behavior.headers().apply(answer.headers());
    send(behavior.gzip() ? compressed(answer, exchange) : answer, exchange);
  }

  private Answer fromOrigin(Origin origin, String path, HttpServerExchange exchange)
      throws IOException {
    return switch (origin) {
      case Origin.Files files -> file(files, path, header(exchange, "If-None-Match"));
      case Origin.Rest api -> {
        exchange.startBlocking();
        var request =
            new RestRequest(
                exchange.getRequestMethod().toString(),
                api.path() + path,
                query(exchange),
                headers(exchange),
                exchange.getInputStream().readNBytes(LARGEST_BODY),
                source(exchange));
        var answer = rest.answer(api.apiId(), request).orElseThrow();
        yield new Answer(answer.status(), answer.headers(), answer.body());
      }
      case Origin.Socket socket ->
          throw new IllegalStateException(socket + " has no answers, only connections");
    };
  }

  private Answer file(Origin.Files files, String path, String noneMatch) throws IOException {
    var object = path.equals("/") ? "/" + distribution.root() : path;
    var decoded = URLDecoder.decode(object.replace("+", "%2B"), UTF_8);
    return reads.read(files, files.path() + decoded, noneMatch);
  }

  /** A page of the distribution's own, for an error. */
  private Answer page(String path) throws IOException {
    return distribution.behavior(path).origin() instanceof Origin.Files files
        ? file(files, path, "")
        : Answer.denied();
  }

  private static Answer compressed(Answer answer, HttpServerExchange exchange) throws IOException {
    var size = answer.body().length;
    if (size < LEAST_GZIP
        || size > MOST_GZIP
        || !ContentTypes.compressible(answer.headers().getOrDefault("Content-Type", ""))
        || !header(exchange, "Accept-Encoding").contains("gzip")) {
      return answer;
    }
    var bytes = new ByteArrayOutputStream();
    try (var gzip = new GZIPOutputStream(bytes)) {
      gzip.write(answer.body());
    }
    var made = new Answer(answer.status(), answer.headers(), bytes.toByteArray());
    made.headers().put("Content-Encoding", "gzip");
    made.headers().put("Vary", "Accept-Encoding");
    made.headers().computeIfPresent("ETag", (name, etag) -> "W/" + etag);
    return made;
  }

  private static void send(Answer answer, HttpServerExchange exchange) throws IOException {
    exchange.setStatusCode(answer.status());
    answer
        .headers()
        .forEach((name, value) -> exchange.getResponseHeaders().put(new HttpString(name), value));
    if (answer.status() != 304) {
      exchange.setResponseContentLength(answer.body().length);
    }
    if (answer.status() != 304 && !exchange.getRequestMethod().equalToString("HEAD")) {
      if (!exchange.isBlocking()) {
        exchange.startBlocking();
      }
      exchange.getOutputStream().write(answer.body());
    }
    exchange.endExchange();
  }

  private static String rawPath(HttpServerExchange exchange) {
    var uri = exchange.getRequestURI();
    return exchange.isHostIncludedInRequestURI() ? java.net.URI.create(uri).getRawPath() : uri;
  }

  private static String stage(String path) {
    return path.replaceFirst("^/", "").split("/", 2)[0];
  }

  private static String header(HttpServerExchange exchange, String name) {
    var value = exchange.getRequestHeaders().getFirst(name);
    return value == null ? "" : value;
  }

  private static String source(HttpServerExchange exchange) {
    return exchange.getSourceAddress().getAddress().getHostAddress();
  }

  private static Map<String, List<String>> query(HttpServerExchange exchange) {
    var query = new LinkedHashMap<String, List<String>>();
    exchange.getQueryParameters().forEach((name, all) -> query.put(name, new ArrayList<>(all)));
    return query;
  }

  private static Map<String, List<String>> headers(HttpServerExchange exchange) {
    var headers = new LinkedHashMap<String, List<String>>();
    for (var header : exchange.getRequestHeaders()) {
      if (!header.getHeaderName().equals(Headers.HOST)) {
        headers.put(header.getHeaderName().toString(), new ArrayList<>(header));
      }
    }
    return headers;
  }
}
