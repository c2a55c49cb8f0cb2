package parley.addons.sms;

import static java.nio.charset.StandardCharsets.UTF_8;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.net.URI;
import java.net.URLEncoder;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import parley.kernel.Json;

/**
 * Twilio over HTTPS, as the instance's account.
 *
 * @param origin where it is
 * @param sender a number, or the sid of a messaging service
 */
record WebTwilio(Http http, String origin, String sender, Keys keys) implements Twilio {

  private static final int NOT_ALLOWED = 401;
  private static final int TOO_MANY = 429;
  private static final int UNAVAILABLE = 503;
  private static final String SERVICE = "MG";

  /**
   * Twilio's codes for a number that is none, that cannot be reached or is no mobile's, for a
   * country that the account may not send to, for STOP, and for a text that is none or too long.
   */
  private static final Set<Integer> FOR_GOOD =
      Set.of(21211, 21214, 21217, 21265, 21408, 21602, 21610, 21612, 21614, 21617);

  @Override
  public Outcome send(String to, String text, String callback) {
    var form = new LinkedHashMap<String, String>();
    form.put("To", to);
    form.put(sender.startsWith(SERVICE) ? "MessagingServiceSid" : "From", sender);
    form.put("Body", text);
    if (!callback.isEmpty()) {
      form.put("StatusCallback", callback);
    }
    try {
      return outcome(ask("/Messages.json", form(form)));
    } catch (IOException e) {
      return new Outcome.Unknown("there was no answer");
    }
  }

  @Override
  public Optional<Bill> bill(String sid) {
    try {
      var answer = ask("/Messages/" + URLEncoder.encode(sid, UTF_8) + ".json", null);
      var told = read(answer.body());
      return answer.status() == 200 && told.has("num_segments")
          ? Optional.of(bill(told))
          : Optional.empty();
    } catch (IOException e) {
      return Optional.empty();
    }
  }

  private static Bill bill(JsonNode told) {
    var price = told.path("price").asText("");
    return new Bill(
        told.path("num_segments").asInt(),
        price.matches("-?[0-9]{1,6}(\\.[0-9]{1,9})?")
            ? Optional.of(Math.abs(Double.parseDouble(price)))
            : Optional.empty(),
        told.path("price_unit").asText("").replaceAll("[^A-Z]", ""));
  }

  private static Outcome outcome(Http.Answer answer) {
    var told = read(answer.body());
    var sid = told.path("sid").asText();
    if (answer.status() / 100 == 2) {
      return sid.isEmpty()
          ? new Outcome.Unknown("Twilio answered nonsense")
          : new Outcome.Taken(sid);
    }
    return switch (answer.status()) {
      case NOT_ALLOWED, TOO_MANY, UNAVAILABLE -> new Outcome.NotNow(status(answer));
      default ->
          answer.status() / 100 == 4 && told.has("code")
              ? refused(told.path("code").asInt())
              : new Outcome.Unknown(status(answer));
    };
  }

  /** What is not about the SMS is about the account, which an operator can put right meanwhile. */
  private static Outcome refused(int code) {
    return FOR_GOOD.contains(code)
        ? new Outcome.Refused(code)
        : new Outcome.NotNow("Twilio refused with " + code);
  }

  private static String status(Http.Answer answer) {
    return "Twilio answered " + answer.status();
  }

  /** Where the token is not Twilio's any more, with the one that replaced it. */
  private Http.Answer ask(String path, @Nullable String form) throws IOException {
    var account = keys.account();
    var first = ask(account, path, form);
    if (first.status() != NOT_ALLOWED) {
      return first;
    }
    var fresh = keys.fresh();
    return fresh.equals(account) ? first : ask(fresh, path, form);
  }

  private Http.Answer ask(Optional<Account> account, String path, @Nullable String form)
      throws IOException {
    if (account.isEmpty()) {
      return new Http.Answer(NOT_ALLOWED, "");
    }
    var known = account.get();
    var headers = new LinkedHashMap<String, String>();
    headers.put("Authorization", known.proof());
    if (form != null) {
      headers.put("Content-Type", "application/x-www-form-urlencoded");
    }
    var sid = URLEncoder.encode(known.sid(), UTF_8);
    var address = URI.create("%s/2010-04-01/Accounts/%s%s".formatted(origin, sid, path));
    return http.ask(address, headers, form);
  }

  private static String form(Map<String, String> fields) {
    return fields.entrySet().stream()
        .map(f -> f.getKey() + "=" + URLEncoder.encode(f.getValue(), UTF_8))
        .collect(Collectors.joining("&"));
  }

  private static JsonNode read(String body) {
    try {
      return Json.MAPPER.readTree(body);
    } catch (JsonProcessingException e) {
      return Json.object();
    }
  }
}
