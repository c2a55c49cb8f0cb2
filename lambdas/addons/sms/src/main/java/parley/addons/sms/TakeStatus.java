package parley.addons.sms;

import java.util.Map;
import java.util.function.BiConsumer;
import java.util.regex.Pattern;
import parley.kernel.Json;
import parley.kernel.Reply;
import parley.kernel.Request;
import parley.kernel.UseCase;

/**
 * Takes Twilio's word on what became of an SMS, and counts what it cost once it is over.
 *
 * @param metrics takes a figure's name and value
 */
record TakeStatus(
    Signed signed,
    Sendings sendings,
    People people,
    Twilio twilio,
    BiConsumer<String, Double> metrics)
    implements UseCase {

  /** Where Twilio tells of it, under the site's {@code /api}. */
  static final String PATH = "/sms/status";

  private static final Pattern ID = Pattern.compile("[A-Za-z0-9_-]{22}");

  @Override
  public Reply handle(Request request) {
    var id = request.params().path("message").asText();
    if (!ID.matcher(id).matches()) {
      return Reply.refused(Signed.NOT_SIGNED);
    }
    return signed
        .fields(request, PATH + "?message=" + id)
        .map(fields -> take(id, fields))
        .orElseGet(() -> Reply.refused(Signed.NOT_SIGNED));
  }

  private Reply take(String id, Map<String, String> fields) {
    var sid = fields.getOrDefault("MessageSid", "");
    var state = Sendings.of(fields.getOrDefault("MessageStatus", ""));
    if (sendings.note(id, state, sid)) {
      metrics.accept(state == Sendings.State.DELIVERED ? "Delivered" : "Failed", 1.0);
      if (fields.getOrDefault("ErrorCode", "").equals(Integer.toString(Send.STOPPED))) {
        people.stop(fields.getOrDefault("To", ""), true);
      }
      twilio.bill(sid).ifPresent(this::count);
    }
    return Reply.ok(Json.object().put("content", ""));
  }

  private void count(Twilio.Bill bill) {
    metrics.accept("Segments", (double) bill.segments());
    bill.price().ifPresent(price -> metrics.accept("Price" + bill.unit(), price));
  }
}
