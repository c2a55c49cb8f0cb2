package parley.addons.sms;

import java.time.Clock;
import java.util.Locale;
import java.util.TreeMap;
import parley.kernel.Json;
import parley.kernel.Reply;
import parley.kernel.Request;
import parley.kernel.UseCase;

/**
 * Tells the caller what they set about SMS.
 *
 * @param number to which people write
 * @param most how many SMS anybody may have in a day
 */
record ReadSms(
    People people,
    Follows follows,
    Codes codes,
    Limits limits,
    Clock clock,
    String number,
    int most)
    implements UseCase {

  @Override
  public Reply handle(Request request) {
    var user = request.caller().user();
    var mine = people.preferences(user);
    var stopped =
        !mine.number().isEmpty() && people.whose(mine.number()).filter(Link::stopped).isPresent();
    var json =
        Json.object()
            .put("to", number)
            .put("number", mine.number())
            .put("pending", codes.pending(user).orElse(""))
            .put("stopped", stopped)
            .put("quietFrom", mine.quietFrom())
            .put("quietTo", mine.quietTo())
            .put("zone", mine.zone())
            .put("most", Math.min(most, mine.most()))
            .put("cap", most)
            .put("today", limits.count(People.person(user), "day#" + mine.day(clock.instant())));
    var list = json.putArray("rooms");
    new TreeMap<>(follows.by(user))
        .forEach(
            (room, mode) ->
                list.addObject()
                    .put("room", room)
                    .put("mode", mode.name().toLowerCase(Locale.ROOT)));
    return Reply.ok(json);
  }
}
