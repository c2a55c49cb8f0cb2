package parley.local.outside.twilio;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.Locale;
import java.util.Map;
import java.util.function.Consumer;
import java.util.function.Supplier;
import java.util.regex.Pattern;
import parley.local.outside.Answer;

/**
 * Twilio's Messages API, for whoever has shown the account's token.
 *
 * @param sids of new SMS
 * @param sent hears of each that is taken
 */
record MessagesApi(Phones phones, Supplier<String> sids, Consumer<Sms> sent) {

  private static final Pattern NUMBER = Pattern.compile("\\+[1-9][0-9]{6,14}");
  private static final int LONGEST = 1_600;

  /** Twilio's numbers for trying what it refuses. */
  private static final Map<String, Integer> REFUSED =
      Map.of("+15005550001", 21211, "+15005550004", 21610, "+15005550009", 21614);

  private static final double PRICE = -0.0079;

  /** Sends one. */
  Answer create(Map<String, String> form) {
    var to = form.getOrDefault("To", "");
    var text = form.getOrDefault("Body", "");
    var from = form.getOrDefault("From", form.getOrDefault("MessagingServiceSid", ""));
    if (!NUMBER.matcher(to).matches()) {
      return refused(400, 21211, "Invalid 'To' Phone Number");
    }
    if (REFUSED.containsKey(to)) {
      return refused(400, REFUSED.getOrDefault(to, 0), "Twilio's own example of a refusal");
    }
    if (phones.wantsNone(to)) {
      return refused(400, 21610, "Attempt to send to unsubscribed recipient");
    }
    if (from.isEmpty()) {
      return refused(400, 21603, "A 'From' phone number is required");
    }
    if (text.isEmpty() || text.length() > LONGEST) {
      return refused(400, text.isEmpty() ? 21602 : 21617, "The message body is none, or too long");
    }
    var sms = new Sms(sids.get(), from, to, text, form.getOrDefault("StatusCallback", ""));
    phones.add(sms);
    sent.accept(sms);
    return Answer.json(201, json(sms).put("status", "queued").putNull("price").toString());
  }

  /** Shows one that was delivered, with its price. */
  Answer fetch(String sid) {
    return phones
        .price(sid)
        .map(
            sms ->
                Answer.json(
                    200,
                    json(sms)
                        .put("status", "delivered")
                        .put("price", String.format(Locale.ROOT, "%.5f", PRICE * sms.segments()))
                        .toString()))
        .orElseGet(() -> refused(404, 20404, "The requested resource was not found"));
  }

  static Answer refused(int status, int code, String message) {
    var json = new ObjectMapper().createObjectNode();
    json.put("code", code).put("message", message).put("status", status);
    return Answer.json(status, json.toString());
  }

  private static ObjectNode json(Sms sms) {
    return new ObjectMapper()
        .createObjectNode()
        .put("sid", sms.sid())
        .put("to", sms.to())
        .put("from", sms.from())
        .put("body", sms.text())
        .put("num_segments", Integer.toString(sms.segments()))
        .put("price_unit", "USD");
  }
}
