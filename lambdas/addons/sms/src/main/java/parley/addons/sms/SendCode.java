package parley.addons.sms;

import java.util.List;
import java.util.function.Consumer;
import java.util.function.Supplier;
import parley.kernel.Json;
import parley.kernel.Refusal;
import parley.kernel.Reply;
import parley.kernel.Request;
import parley.kernel.UseCase;

/**
 * Sends a code to a number that the caller says is theirs: {@code {number}}, answered with {@code
 * {minutes}}.
 *
 * @param prefixes with which numbers may begin; empty for any
 * @param digits a new code
 * @param metrics takes what is counted
 */
record SendCode(
    Codes codes,
    Twilio twilio,
    List<String> prefixes,
    Supplier<String> digits,
    Consumer<String> metrics)
    implements UseCase {

  private static final int LONGEST = 16;
  private static final int BAD_NUMBER = 21211;
  private static final int NO_MOBILE = 21614;

  private static final Refusal NOT_ALLOWED =
      Refusal.forbidden("numbers of that country cannot be linked here");
  private static final Refusal TOO_MANY =
      new Refusal(429, "too-many-codes", "too many codes were asked for today: try again tomorrow");
  private static final Refusal STOPPED =
      Refusal.conflict(
          "number-stopped", "this number said STOP: send START from it, and try again");
  private static final Refusal NOT_SENT =
      Refusal.conflict("not-sent", "the code could not be sent: try again later");
  private static final Refusal NO_SUCH_NUMBER =
      Refusal.conflict("no-such-number", "no SMS can be sent to this number");

  @Override
  public Reply handle(Request request) {
    var input = request.input();
    var number = input.text("number", 1, LONGEST);
    if (!number.isEmpty() && !PhoneNumber.is(number)) {
      input.reject("number", "must be a number with its country's, such as +4915112345678");
    }
    return input
        .refusal()
        .map(Reply::refused)
        .orElseGet(() -> send(request.caller().user(), number));
  }

  private Reply send(String user, String number) {
    if (!prefixes.isEmpty() && prefixes.stream().noneMatch(number::startsWith)) {
      return Reply.refused(NOT_ALLOWED);
    }
    if (!codes.mayIssue(user, number)) {
      return Reply.refused(TOO_MANY);
    }
    var code = digits.get();
    codes.keep(user, number, code);
    var minutes = Codes.LIFE.toMinutes();
    var text =
        "%s is your code, for %d minutes. If you did not ask for it, ignore this."
            .formatted(code, minutes);
    return switch (twilio.send(number, text, "")) {
      case Twilio.Outcome.Taken _ -> {
        metrics.accept("Sent");
        yield Reply.ok(Json.object().put("minutes", minutes));
      }
      case Twilio.Outcome.Refused(var why) -> {
        metrics.accept("Refused");
        yield Reply.refused(refusal(why));
      }
      case Twilio.Outcome.NotNow _, Twilio.Outcome.Unknown _ -> Reply.refused(NOT_SENT);
    };
  }

  private static Refusal refusal(int code) {
    return switch (code) {
      case Send.STOPPED -> STOPPED;
      case BAD_NUMBER, NO_MOBILE -> NO_SUCH_NUMBER;
      default -> NOT_SENT;
    };
  }
}
