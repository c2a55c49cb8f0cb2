package parley.local.outside.twilio;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.IOException;
import java.net.URI;
import java.net.URLDecoder;
import java.security.GeneralSecurityException;
import java.security.SecureRandom;
import java.util.Base64;
import java.util.HashMap;
import java.util.HexFormat;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.concurrent.Executor;
import java.util.concurrent.Executors;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import parley.local.outside.Answer;
import parley.local.outside.Form;
import parley.local.outside.Form.Field;
import parley.local.outside.Party;
import parley.local.outside.Request;
import parley.local.outside.Surroundings;

/** Twilio, as far as SMS go. */
public final class Twilio implements Party {

  private static final String ORIGIN = "https://api.twilio.com";
  private static final String MESSAGES = "/2010-04-01/Accounts/%s/Messages";
  private static final String SID = "accountSid";
  private static final String TOKEN = "authToken";
  private static final String FRAGMENT = "#rc=";
  private static final String OWN = "+15005550006";

  private final SecureRandom random = new SecureRandom();
  private final Executor threads = Executors.newVirtualThreadPerTaskExecutor();
  private final Phones phones = new Phones();
  private final MessagesApi api = new MessagesApi(phones, () -> sid("SM"), this::follow);
  private volatile boolean down;
  private @Nullable Surroundings surroundings;

  @Override
  public String name() {
    return "twilio";
  }

  @Override
  public Set<String> origins() {
    return Set.of(ORIGIN);
  }

  @Override
  public Map<String, String> keys() {
    return Map.of(SID, sid("AC"), TOKEN, chance());
  }

  @Override
  public void start(Surroundings with) {
    surroundings = with;
  }

  @Override
  public Answer answer(Request request) throws IOException {
    if (down) {
      return Answer.of(503, "text/plain", "down");
    }
    var stored = Media.stored(request);
    if (stored.isPresent()) {
      return stored.get();
    }
    var keys = surroundings().keys();
    var account = keys.getOrDefault(SID, "");
    var proof = account + ":" + keys.getOrDefault(TOKEN, "");
    var shown = request.headers().getOrDefault("authorization", "");
    var wanted = "Basic " + Base64.getEncoder().encodeToString(proof.getBytes(UTF_8));
    if (account.isEmpty() || !shown.equals(wanted)) {
      return MessagesApi.refused(401, 20003, "Authenticate");
    }
    var messages = MESSAGES.formatted(account);
    if (request.method().equals("POST") && request.path().equals(messages + ".json")) {
      return api.create(fields(new String(request.body(), UTF_8)));
    }
    if (request.method().equals("GET") && request.path().startsWith(messages + "/")) {
      var sid = request.path().substring(messages.length() + 1).replaceFirst("\\.json$", "");
      return Media.sendOn(request).orElseGet(() -> api.fetch(sid));
    }
    return MessagesApi.refused(404, 20404, "The requested resource was not found");
  }

  @Override
  public List<Form> forms() {
    return List.of(
        new Form(
            "come",
            "An SMS comes in",
            List.of(
                Field.text("from", "From", "+15005550010"),
                Field.lines("text", "Text", ""),
                Field.choice("media", "With it", Media.choices()),
                Field.text("sid", "Told of again, by its sid", ""),
                Field.choice(
                    "signed", "Signed", List.of("as Twilio", "by another", "not at all")))),
        new Form("read", "Read what a phone got", List.of(Field.text("number", "Number", ""))),
        new Form(
            "trouble",
            "Trouble",
            List.of(Field.choice("kind", "Twilio is", List.of("well", "down")))));
  }

  @Override
  public String submit(String form, Map<String, String> fields) throws Exception {
    return switch (form) {
      case "come" -> come(fields);
      case "read" ->
          phones.of(fields.getOrDefault("number", "")).stream()
              .map(
                  sms ->
                      "to %s%s: %s"
                          .formatted(
                              sms.to(), phones.isPriced(sms) ? " (price told)" : "", sms.text()))
              .collect(Collectors.joining("\n\n"));
      case "trouble" -> {
        down = "down".equals(fields.get("kind"));
        yield "Twilio is " + fields.get("kind");
      }
      default -> throw new IllegalArgumentException("there is no form " + form);
    };
  }

  private String come(Map<String, String> asked)
      throws IOException, InterruptedException, GeneralSecurityException {
    var from = asked.getOrDefault("from", "");
    var text = asked.getOrDefault("text", "");
    var again = asked.getOrDefault("sid", "");
    var media = asked.getOrDefault("media", "nothing");
    var sid = again.isEmpty() ? sid(media.equals("nothing") ? "SM" : "MM") : again;
    var account = surroundings().keys().getOrDefault(SID, "");
    phones.wrote(from, text);
    var fields = new LinkedHashMap<String, String>();
    fields.put("MessageSid", sid);
    fields.put("SmsSid", sid);
    fields.put("SmsMessageSid", sid);
    fields.put("AccountSid", account);
    fields.put("From", from);
    fields.put("To", OWN);
    fields.put("Body", text);
    fields.putAll(Media.fields(media, ORIGIN + MESSAGES.formatted(account) + "/" + sid));
    fields.put("NumSegments", "1");
    fields.put("SmsStatus", "received");
    fields.put("ApiVersion", "2010-04-01");
    var token =
        switch (asked.getOrDefault("signed", "")) {
          case "by another" -> chance();
          case "not at all" -> "";
          default -> surroundings().keys().getOrDefault(TOKEN, "");
        };
    var answer = surroundings().send(Signing.form(address(), fields, token));
    var said = answer.text().replaceAll("(?s).*<Message>|</Message>.*|<\\?.*", "");
    return "%s was answered with %d: %s".formatted(sid, answer.status(), said);
  }

  /** Without the fragment, which is for Twilio alone. */
  private URI address() throws IOException {
    return surroundings().outputs().values().stream()
        .filter(output -> output.contains(FRAGMENT))
        .map(output -> URI.create(output.substring(0, output.indexOf(FRAGMENT))))
        .findFirst()
        .orElseThrow(() -> new IOException("no output of the stack is a webhook of Twilio's"));
  }

  /** Tells what becomes of one: in no order that anybody may count on. */
  private void follow(Sms sms) {
    if (sms.callback().isEmpty()) {
      return;
    }
    threads.execute(
        () -> {
          for (var status : List.of("sent", "delivered", "sent")) {
            tell(sms, status);
          }
        });
  }

  private void tell(Sms sms, String status) {
    try {
      var fields = new HashMap<String, String>();
      fields.put("MessageSid", sms.sid());
      fields.put("MessageStatus", status);
      fields.put("SmsStatus", status);
      fields.put("AccountSid", surroundings().keys().getOrDefault(SID, ""));
      fields.put("From", sms.from());
      fields.put("To", sms.to());
      fields.put("ApiVersion", "2010-04-01");
      var token = surroundings().keys().getOrDefault(TOKEN, "");
      surroundings().send(Signing.form(URI.create(sms.callback()), fields, token));
    } catch (IOException | GeneralSecurityException e) {
      // Twilio does not tell of it again either.
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }

  private static Map<String, String> fields(String form) {
    var fields = new HashMap<String, String>();
    for (var pair : form.split("&", -1)) {
      var at = pair.indexOf('=');
      if (at > 0) {
        fields.put(
            URLDecoder.decode(pair.substring(0, at), UTF_8),
            URLDecoder.decode(pair.substring(at + 1), UTF_8));
      }
    }
    return fields;
  }

  private String sid(String kind) {
    return kind + chance();
  }

  private String chance() {
    var bytes = new byte[16];
    random.nextBytes(bytes);
    return HexFormat.of().formatHex(bytes);
  }

  private Surroundings surroundings() {
    return Objects.requireNonNull(surroundings);
  }
}
