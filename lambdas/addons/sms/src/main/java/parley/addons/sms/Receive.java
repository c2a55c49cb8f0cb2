package parley.addons.sms;

import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import parley.addons.sms.Seen.Outcome;
import parley.kernel.Ids;
import parley.kernel.Json;
import parley.kernel.Reply;
import parley.kernel.Request;
import parley.kernel.UseCase;

/**
 * Takes an SMS that Twilio tells of, and answers in Twilio's markup. What is to be written in a
 * room goes into a queue: Twilio waits for no more than 15 seconds. Whatever comes of one is noted
 * with it, by Twilio's id: where Twilio tells of it again, it has no other effect, and the same
 * answer.
 *
 * @param queue takes what is to be written; throws where it did not, and Twilio tells again
 * @param metrics takes what is counted
 */
record Receive(
    Signed signed,
    People people,
    Limits limits,
    Seen seen,
    Writing writing,
    Consumer<Written> queue,
    Consumer<String> metrics)
    implements UseCase {

  /** Where Twilio tells of it, under the site's {@code /api}. */
  static final String PATH = "/sms/inbound";

  static final String UNKNOWN =
      "This number belongs to nobody here. Sign in, and link it in your profile.";
  static final String HELP =
      "You can write in your rooms from here. ROOMS lists them, #name chooses one. STOP ends all messages.";
  private static final String AGAIN = "You get messages again. HELP says what you can do.";

  private static final Duration DAY = Duration.ofDays(1);

  @Override
  public Reply handle(Request request) {
    return signed
        .fields(request, PATH)
        .map(this::take)
        .orElseGet(() -> Reply.refused(Signed.NOT_SIGNED));
  }

  private Reply take(Map<String, String> fields) {
    var sms = Inbound.of(fields);
    if (!sms.whole()) {
      return answered("");
    }
    var outcome = seen.before(sms.sid()).orElseGet(() -> first(sms));
    if (!outcome.room().isEmpty()) {
      queue.accept(
          new Written(
              sms.sid(), outcome.room(), outcome.user(), Writing.text(sms), sms.attachments()));
    }
    return answered(sms.keyword().isEmpty() ? outcome.answer() : "");
  }

  private Outcome first(Inbound sms) {
    var outcome = taken(sms);
    metrics.accept("Received");
    return outcome;
  }

  private Outcome taken(Inbound sms) {
    var link = people.whose(sms.from());
    return switch (sms.said()) {
      case Said.Stop() -> stopped(sms, true, "");
      case Said.Help() -> link.isEmpty() ? stranger(sms, HELP) : answer(sms, HELP);
      case Said _ when link.isEmpty() -> stranger(sms, UNKNOWN);
      case Said.Start _ when link.get().stopped() -> stopped(sms, false, AGAIN);
      case Said _ -> wrote(sms, link.get());
    };
  }

  private Outcome answer(Inbound sms, String answer) {
    var outcome = Outcome.answer(answer);
    seen.keep(sms.sid(), outcome);
    return outcome;
  }

  /** A STOP that was heard again after a START would end what has just begun anew. */
  private Outcome stopped(Inbound sms, boolean stopped, String answer) {
    var outcome = Outcome.answer(answer);
    people.stopWith(sms.from(), stopped, List.of(seen.note(sms.sid(), outcome)));
    return outcome;
  }

  /** Where somebody writes may change with it: both are noted together, or neither. */
  private Outcome wrote(Inbound sms, Link link) {
    var user = link.user();
    var decided = writing.decide(user, people.preferences(user), sms);
    var outcome = new Outcome(decided.room(), user, link.stopped() ? "" : decided.answer());
    var note = seen.note(sms.sid(), outcome);
    var _ = people.changeWith(user, before -> before.writingIn(decided.current()), List.of(note));
    return outcome;
  }

  /** Once a day: two machines could otherwise answer each other for ever. */
  private Outcome stranger(Inbound sms, String answer) {
    var outcome = Outcome.answer(answer);
    var note = List.of(seen.note(sms.sid(), outcome));
    var of = "stranger#" + Ids.derived(sms.from());
    return limits.takeWith(of, "day", 1, DAY, note).isPresent() ? outcome : answer(sms, "");
  }

  private static Reply answered(String text) {
    return Reply.ok(Json.object().put("content", Twiml.saying(text)));
  }
}
