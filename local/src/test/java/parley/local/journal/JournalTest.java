package parley.local.journal;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.Executors;
import java.util.function.Supplier;
import org.junit.jupiter.api.Test;
import parley.local.journal.Request.Kind;

/** What is remembered of requests, and to which of them a step belongs. */
class JournalTest extends JournalCase {

  @Test
  void stepsBelongToTheRequestInWhoseThreadTheyHappen() {
    serve("one", () -> Trace.passed("body", "of one"));
    serve("two", () -> Trace.passed("body", "of two"));

    assertThat(journal.newest()).extracting(Request::what).containsExactly("two", "one");
    assertThat(journal.newest().getFirst().trail().steps())
        .singleElement()
        .isInstanceOfSatisfying(
            Step.Passed.class, step -> assertThat(step.text().start()).isEqualTo("of two"));
  }

  @Test
  void whatHappensForNoRequestIsNotNoted() {
    Trace.passed("body", "of nobody");
    Trace.refused("FORBIDDEN", "no");

    assertThat(journal.newest()).isEmpty();
  }

  @Test
  void workInAnotherThreadIsCarriedAlong() {
    try (var others = Executors.newVirtualThreadPerTaskExecutor()) {
      serve(
          "one",
          () -> {
            Supplier<String> work =
                () -> {
                  Trace.passed("mapped request", "elsewhere");
                  return "";
                };
            CompletableFuture.supplyAsync(Trace.carried(work), others).join();
          });
    }

    assertThat(last().trail().steps()).hasSize(1);
  }

  @Test
  void aCallToAwsIsFoundUnderTheInvocationThatMadeIt() {
    serve("send", () -> invoke("i-1", "Send", () -> call("i-1", "Send", 200)));

    var run = only(last().trail(), Step.Invoked.class);
    assertThat(run.function()).isEqualTo("Send");
    assertThat(only(run.trail(), Step.Called.class).operation()).isEqualTo("PutItem");
    assertThat(last().functions()).containsExactly("Send");
    assertThat(last().calls()).isEqualTo(1);
    assertThat(last().outcome()).isEqualTo(Request.Outcome.DONE);
  }

  @Test
  void aCallOfNoInvocationIsARequestByItself() {
    call("", "developer", 404);

    assertThat(last().kind()).isEqualTo(Kind.CALL);
    assertThat(last().what()).isEqualTo("developer: dynamodb PutItem");
    assertThat(last().status()).isEqualTo("404");
  }

  @Test
  void aCallAfterItsInvocationHasEndedIsARequestByItself() {
    serve("send", () -> invoke("i-1", "Send", () -> {}));
    call("i-1", "Send", 200);

    assertThat(journal.newest()).hasSize(2);
  }

  @Test
  void aDenialIsTheRequestsProblemWhateverItsStatus() {
    serve("send", () -> invoke("i-1", "Send", () -> denied("i-1")));

    assertThat(last().outcome()).isEqualTo(Request.Outcome.DENIED);
    assertThat(last().problem()).contains("not authorized to perform: dynamodb:PutItem");
  }

  @Test
  void aRefusalSaysWhy() {
    serve("get", () -> Trace.refused("UNAUTHORIZED", "Unauthorized"));

    assertThat(last().outcome()).isEqualTo(Request.Outcome.REFUSED);
    assertThat(last().problem()).isEqualTo("Unauthorized");
  }

  @Test
  void aRequestThatThrowsHasEnded() {
    assertThatThrownBy(
            () ->
                journal.request(
                    Kind.REST,
                    "get",
                    () -> {
                      throw new IllegalStateException("a bug");
                    },
                    answer -> ""))
        .hasMessage("a bug");

    assertThat(last().took()).isPresent();
    assertThat(last().status()).isEqualTo("failed in the twin");
  }

  @Test
  void aLongTextIsCutAndItsLengthKept() {
    serve("post", () -> Trace.passed("body", "x".repeat(100_000)));

    var text = only(last().trail(), Step.Passed.class).text();
    assertThat(text.start()).hasSize(Text.MOST);
    assertThat(text.length()).isEqualTo(100_000);
    assertThat(text.cut()).isTrue();
  }

  @Test
  void ofVeryManyStepsTheFirstAreKeptAndEveryProblem() {
    serve(
        "batch",
        () -> {
          for (var i = 0; i < 1_000; i++) {
            Trace.passed("frame", "x");
          }
          Trace.refused("GONE", "gone");
        });

    var steps = last().trail().steps();
    assertThat(steps).hasSize(201);
    assertThat(steps.getLast()).isInstanceOf(Step.Refused.class);
    assertThat(last().trail().left()).isEqualTo(800);
  }

  @Test
  void theOldestRequestsAreForgotten() {
    for (var i = 0; i < 1_100; i++) {
      serve("r" + i, () -> {});
    }

    assertThat(journal.newest()).hasSize(1_000);
    assertThat(journal.newest().getLast().what()).isEqualTo("r100");
  }

  @Test
  void memoryIsBoundedAlsoWhereTextsAreLong() {
    var text = "x".repeat(Text.MOST);
    for (var i = 0; i < 30; i++) {
      serve(
          "r",
          () -> {
            for (var j = 0; j < 100; j++) {
              Trace.passed("body", text);
            }
          });
    }

    assertThat(journal.newest().stream().mapToLong(Request::weight).sum())
        .isLessThanOrEqualTo((24L << 20) + 100L * Text.MOST);
  }

  @Test
  void whoFollowsIsToldWhatChanged() throws InterruptedException {
    serve("one", () -> {});
    var known = last().version();
    assertThat(journal.changedSince(known, Duration.ZERO)).isEmpty();

    serve("two", () -> {});

    assertThat(journal.changedSince(known, Duration.ofSeconds(5)))
        .extracting(Request::what)
        .containsExactly("two");
  }

  @Test
  void whatAThreadWorksForIsItsRequestsRoute() {
    List<String> causes = new ArrayList<>();
    causes.add(Trace.cause());
    cause(Kind.REST, "POST /things/7", "POST /things/{thing}", causes);
    cause(Kind.SOCKET, "send Q-id", "send", causes);
    cause(Kind.SOCKET, "$connect Q-id", "", causes);
    cause(Kind.STREAM, "Mapping: 3 records", "", causes);

    assertThat(causes)
        .containsExactly(
            "", "POST /things/{thing}", "socket send", "socket $connect", "stream Mapping");
  }

  private void cause(Kind kind, String what, String route, List<String> causes) {
    var unused =
        journal.request(
            kind,
            what,
            () -> {
              if (!route.isEmpty()) {
                Trace.route(route);
              }
              return causes.add(Trace.cause());
            },
            added -> "200");
  }
}
