package parley.local.journal;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import parley.local.iam.Access;
import parley.local.iam.Decision;
import parley.local.iam.Decision.Outcome;
import parley.local.iam.Principal;
import parley.local.journal.Request.Kind;

/** A journal, and ways to have something to write into it. */
abstract class JournalCase {

  static final byte[] NOTHING = new byte[0];

  final Journal journal =
      new Journal(Clock.fixed(Instant.parse("2026-11-24T12:00:00Z"), ZoneOffset.UTC));

  void serve(String what, Runnable work) {
    journal.request(
        Kind.REST,
        what,
        () -> {
          work.run();
          return "200";
        },
        status -> status);
  }

  void invoke(String id, String function, Runnable work) {
    var unused =
        journal.invocation(
            id,
            function,
            "{}".getBytes(UTF_8),
            () -> {
              // The function's calls come from its own process: in no thread of the request's.
              CompletableFuture.runAsync(work).join();
              return "";
            },
            answer -> NOTHING,
            answer -> false);
  }

  void call(String invocation, String caller, int status) {
    var unused =
        journal.call(
            new Journal.Call(invocation, caller, "dynamodb", "PutItem", NOTHING),
            () -> status,
            answer -> answer,
            answer -> NOTHING);
  }

  void denied(String invocation) {
    var role = new Principal.RoleSession("arn:aws:iam::111122223333:role/R", "Send");
    var decision =
        new Decision(
            role,
            new Access("dynamodb:PutItem", "arn:aws:dynamodb:us-east-1:111122223333:table/T"),
            Outcome.IMPLICITLY_DENIED,
            List.of(),
            "because no identity-based policy allows it");
    var unused =
        journal.call(
            new Journal.Call(invocation, "Send", "dynamodb", "PutItem", NOTHING),
            () -> {
              Trace.decided(decision);
              return 400;
            },
            answer -> answer,
            answer -> NOTHING);
  }

  Request last() {
    return journal.newest().getFirst();
  }

  static <T extends Step> T only(Trail trail, Class<T> type) {
    var steps = trail.steps().stream().filter(type::isInstance).map(type::cast).toList();
    assertThat(steps).hasSize(1);
    return steps.getFirst();
  }
}
