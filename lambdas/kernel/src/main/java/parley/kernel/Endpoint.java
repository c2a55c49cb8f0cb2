package parley.kernel;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;

/**
 * Between Lambda's streams and a use case: reads the record, writes the reply's envelope {@code
 * {"requestId", "status", "body"}}.
 *
 * <p>A refusal's body gets the members of RFC 9457. An exception is left to Lambda: it logs it and
 * API Gateway answers 500 with a fixed text, so no stack trace reaches a client.
 */
public final class Endpoint {

  private static final Refusal UNREADABLE =
      new Refusal(
          400,
          "invalid-input",
          "the request is nested more than %d deep, or holds too long a number, too long a name, or a name with half of a surrogate pair"
              .formatted(Json.MOST_NESTED));

  private final UseCase useCase;

  /** Serves one use case. */
  public Endpoint(UseCase useCase) {
    this.useCase = useCase;
  }

  /**
   * Serves one use case, and has a request answered before Lambda takes its snapshot.
   *
   * @param body of a request that changes nothing; its caller is {@link Priming#NOBODY}
   * @param more what that request does not reach, within the function's own permissions and without
   *     a trace
   */
  public static Endpoint primed(UseCase useCase, ObjectNode body, Runnable more) {
    var endpoint = new Endpoint(useCase);
    var record = Json.object().put("requestId", Priming.NOBODY);
    record.putObject("caller").put("user", Priming.NOBODY);
    var bytes = Json.write(record.set("body", body)).getBytes(StandardCharsets.UTF_8);
    Priming.with(
        () -> {
          endpoint.rehearse(bytes);
          more.run();
        },
        Aws::disconnect);
    return endpoint;
  }

  /**
   * Answers one invocation. What {@link Json} does not read, and Lambda does, only a request's own
   * body can hold: it is refused. So is an id that no reply can carry, without one.
   */
  public void serve(InputStream in, OutputStream out) throws IOException {
    Json.MAPPER.writeValue(out, answer(in));
  }

  private void rehearse(byte[] record) {
    try {
      serve(new ByteArrayInputStream(record), OutputStream.nullOutputStream());
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private Object answer(InputStream in) throws IOException {
    var bytes = in.readAllBytes();
    JsonNode record;
    try {
      record = Json.MAPPER.readTree(bytes);
    } catch (JsonProcessingException e) {
      return envelope(RequestId.leading(bytes), Reply.refused(UNREADABLE));
    }
    var refusal = RequestId.refusal(record);
    if (refusal.isPresent()) {
      return envelope("", Reply.refused(refusal.get()));
    }
    var request = Request.of(record);
    return envelope(request.requestId(), useCase.handle(request));
  }

  private static Object envelope(String requestId, Reply reply) {
    var envelope = Json.object().put("requestId", requestId).put("status", reply.status());
    return envelope.set(
        "body",
        reply.body() instanceof Refusal refusal
            ? problem(requestId, refusal)
            : Json.tree(reply.body()));
  }

  private static JsonNode problem(String requestId, Refusal refusal) {
    var problem =
        Json.object()
            .put("type", "urn:parley:problem:" + refusal.code())
            .put("title", refusal.code().replace('-', ' '))
            .put("status", refusal.status())
            .put("code", refusal.code())
            .put("detail", refusal.detail())
            .put("requestId", requestId);
    return refusal.errors().isEmpty()
        ? problem
        : problem.set("errors", Json.tree(refusal.errors()));
  }
}
