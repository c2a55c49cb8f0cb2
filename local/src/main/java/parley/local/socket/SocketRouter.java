package parley.local.socket;

import static java.util.Objects.requireNonNullElse;

import java.time.Clock;
import java.util.Map;
import java.util.Optional;
import parley.local.journal.Journal;
import parley.local.journal.Request.Kind;
import parley.local.journal.Trace;

/**
 * Leads what happens on connections to their routes, and notes it.
 *
 * @param call runs routes
 * @param journal where it is noted
 * @param clock the time of events
 */
record SocketRouter(SocketCall call, Journal journal, Clock clock) {

  /** What comes of a handshake. */
  sealed interface Admission {}

  /** The connection is to be opened. */
  record Admitted(Session session) implements Admission {}

  /** The handshake is to be answered so. */
  record Refusal(int status, String body) implements Admission {}

  /** Asks the authorizer, and then {@code $connect}. */
  Admission admit(Session session) {
    return journal.request(
        Kind.SOCKET,
        "$connect " + session.id(),
        () -> {
          var context = session.context("$connect", "CONNECT", clock);
          try {
            return new Admitted(allowed(session, context));
          } catch (Failed e) {
            return new Refusal(e.status(), error(e, context));
          }
        },
        admission -> admission instanceof Refusal refusal ? "" + refusal.status() : "open");
  }

  /** What a frame is to be answered with; empty where with nothing. */
  Optional<String> message(Session session, String message) {
    var found = session.api().routeOf(Selection.of(message));
    var key = found.map(SocketRoute::key).orElse("$default");
    return journal.request(
        Kind.SOCKET,
        "%s %s".formatted(key, session.id()),
        () -> {
          Trace.passed("frame", message);
          var context = session.context(key, "MESSAGE", clock);
          try {
            var route = found.orElseThrow(() -> new Failed(403, "Forbidden"));
            return route(route, message, context, session);
          } catch (Failed e) {
            return Optional.of(error(e, context));
          }
        },
        answer -> answer.isPresent() ? "answered" : "taken");
  }

  /** Tells {@code $disconnect}, where there is such a route. */
  void closed(Session session, int code, String reason) {
    var route = session.api().route("$disconnect");
    if (route.isEmpty()) {
      return;
    }
    var unused =
        journal.request(
            Kind.SOCKET,
            "$disconnect " + session.id(),
            () -> {
              var context = session.context("$disconnect", "DISCONNECT", clock);
              context.put("disconnectStatusCode", code);
              context.put("disconnectReason", reason);
              try {
                return route(route.get(), "", context, session);
              } catch (Failed e) {
                return Optional.of(error(e, context));
              }
            },
            answer -> "closed " + code);
  }

  private Optional<String> route(
      SocketRoute route, String message, Map<String, Object> context, Session session)
      throws Failed {
    Trace.route(route.key());
    return call.answer(route, message, context, session.variables());
  }

  private Session allowed(Session session, Map<String, Object> context) throws Failed {
    var route = session.api().route("$connect");
    if (route.isEmpty()) {
      return session;
    }
    var admitted = session;
    if (route.get().authorizer().isPresent()) {
      admitted = session.authorized(decide(route.get().authorizer().get(), session, context));
      context.put("authorizer", admitted.authorizer());
    }
    route(route.get(), "", context, session);
    return admitted;
  }

  private Map<String, Object> decide(
      SocketAuthorizer authorizer, Session session, Map<String, Object> context) throws Failed {
    if (!authorizer.complete(session.opening())) {
      throw new Failed(401, "Unauthorized");
    }
    var arn = session.api().methodArn(session.opening().stage());
    var event = SocketAuthorizer.event(arn, session.opening(), session.variables(), context);
    var policy =
        Policy.of(call.ask(session.api().id(), authorizer, event), arn)
            .orElseThrow(Failed::internally);
    if (!policy.allowed()) {
      throw new Failed(403, "Forbidden");
    }
    Trace.passed("authorizer", Selection.JSON.valueToTree(policy.context()).toString());
    return policy.context();
  }

  /** What the client is told. */
  private static String error(Failed failed, Map<String, Object> context) {
    var message = requireNonNullElse(failed.getMessage(), "");
    Trace.refused(Integer.toString(failed.status()), message);
    return "{\"message\": \"%s\", \"connectionId\":\"%s\", \"requestId\":\"%s\"}"
        .formatted(message, context.get("connectionId"), context.get("requestId"));
  }
}
