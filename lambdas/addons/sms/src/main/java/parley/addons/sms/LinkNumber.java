package parley.addons.sms;

import parley.kernel.Json;
import parley.kernel.Refusal;
import parley.kernel.Reply;
import parley.kernel.Request;
import parley.kernel.UseCase;

/**
 * Links the number to which a code was sent: {@code {code}}, answered with {@code {number}}. A
 * number that was another's is so no more: whoever can read its SMS has it now.
 */
record LinkNumber(Codes codes, People people) implements UseCase {

  private static final int DIGITS = 6;
  private static final Refusal GONE =
      Refusal.conflict("no-code", "there is no code to enter any more: ask for another one");

  @Override
  public Reply handle(Request request) {
    var input = request.input();
    var code = input.text("code", DIGITS, DIGITS);
    return input
        .refusal()
        .map(Reply::refused)
        .orElseGet(() -> enter(request.caller().user(), code));
  }

  private Reply enter(String user, String code) {
    return switch (codes.enter(user, code)) {
      case Codes.Outcome.Right(var number) -> {
        people.link(user, number);
        yield Reply.ok(Json.object().put("number", number));
      }
      case Codes.Outcome.Wrong(var left) ->
          Reply.refused(
              Refusal.conflict(
                  "wrong-code",
                  "this is not the code: it can be tried %d more times".formatted(left)));
      case Codes.Outcome.Gone() -> Reply.refused(GONE);
    };
  }
}
