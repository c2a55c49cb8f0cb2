package parley.addons.sms;

import java.time.DateTimeException;
import java.time.ZoneId;
import java.util.regex.Pattern;
import parley.kernel.Input;
import parley.kernel.Reply;
import parley.kernel.Request;
import parley.kernel.UseCase;

/**
 * Changes when the caller wants no SMS, and how many at most: {@code {quietFrom, quietTo, zone,
 * most}}.
 *
 * @param cap how many SMS anybody may have in a day
 */
record ChangeSms(People people, int cap) implements UseCase {

  private static final Pattern TIME = Pattern.compile("([01][0-9]|2[0-3]):[0-5][0-9]");
  private static final int LONGEST_ZONE = 64;

  @Override
  public Reply handle(Request request) {
    var input = request.input();
    var from = time(input, "quietFrom");
    var to = time(input, "quietTo");
    var zone = zone(input);
    var most = Math.toIntExact(input.number("most", 0, cap));
    if (input.refusal().isPresent()) {
      return Reply.refused(input.refusal().get());
    }
    var _ =
        people.change(
            request.caller().user(),
            before -> new Preferences(before.number(), before.room(), from, to, zone, most));
    return Reply.done();
  }

  private static String time(Input input, String field) {
    var time = input.text(field, 1, 5);
    if (!time.isEmpty() && !TIME.matcher(time).matches()) {
      input.reject(field, "must be a time of day, such as 22:00");
    }
    return time;
  }

  private static String zone(Input input) {
    var zone = input.text("zone", 1, LONGEST_ZONE);
    try {
      var _ = ZoneId.of(zone);
    } catch (DateTimeException e) {
      input.reject("zone", "must be a time zone, such as Europe/Berlin");
    }
    return zone;
  }
}
