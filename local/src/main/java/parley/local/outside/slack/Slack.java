package parley.local.outside.slack;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.IOException;
import java.net.URI;
import java.security.SecureRandom;
import java.util.HexFormat;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.Executors;
import java.util.concurrent.atomic.AtomicLong;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import parley.local.outside.Answer;
import parley.local.outside.Form;
import parley.local.outside.Party;
import parley.local.outside.Request;
import parley.local.outside.Surroundings;

/** Plays Slack. */
public final class Slack implements Party {

  private static final String FORM_TYPE = "application/x-www-form-urlencoded";
  private static final int KEPT_ANSWERS = 500;

  private final SecureRandom random = new SecureRandom();
  private final AtomicLong numbers = new AtomicLong();
  private final List<String> answers = new CopyOnWriteArrayList<>();
  private volatile Trouble trouble = Trouble.NONE;
  private @Nullable Workspace workspace;
  private @Nullable Events events;
  private @Nullable Surroundings surroundings;

  @Override
  public String name() {
    return "slack";
  }

  @Override
  public Set<String> origins() {
    return Set.of("https://slack.com", "https://hooks.slack.com");
  }

  @Override
  public Map<String, String> keys() {
    return Map.of("signingSecret", chance(16), "botToken", "xoxb-" + chance(16));
  }

  @Override
  public void start(Surroundings with) {
    surroundings = with;
    workspace = new Workspace(with.clock());
    events = new Events(with, Executors.newVirtualThreadPerTaskExecutor(), numbers);
  }

  @Override
  public Answer answer(Request request) throws Exception {
    var instead = trouble.answer();
    if (instead.isPresent()) {
      return instead.get();
    }
    if (request.path().startsWith("/commands/")) {
      return heard(request);
    }
    var token = surroundings().keys().getOrDefault("botToken", "");
    var shown = request.headers().getOrDefault("authorization", "");
    if (token.isEmpty() || !shown.equals("Bearer " + token)) {
      return WebApi.refused(shown.isEmpty() ? "not_authed" : "invalid_auth");
    }
    var method = request.path().replaceFirst("^/api/", "");
    var answer = new WebApi(workspace(), events()).call(method, Json.form(request.body()));
    return trouble.after(answer);
  }

  private Answer heard(Request request) {
    var said = Json.read(new String(request.body(), UTF_8));
    answers.add(
        "%s: %s".formatted(said.path("response_type").asText(), said.path("text").asText()));
    if (answers.size() > KEPT_ANSWERS) {
      answers.removeFirst();
    }
    return Answer.of(200, "text/plain", "ok");
  }

  @Override
  public List<Form> forms() {
    return Forms.of(workspace().names());
  }

  @Override
  public String submit(String form, Map<String, String> fields) throws Exception {
    var channel = workspace().named(fields.getOrDefault("channel", "")).orElse(null);
    return switch (form) {
      case "verify" -> verify();
      case "trouble" -> {
        trouble = Trouble.of(fields.get("kind"));
        yield "Slack is " + trouble.text();
      }
      case "answers" -> String.join("\n", answers);
      default -> submit(form, Objects.requireNonNull(channel), fields);
    };
  }

  private String submit(String form, Channel channel, Map<String, String> fields)
      throws IOException, InterruptedException {
    return switch (form) {
      case "read" -> read(channel);
      case "invite" -> {
        workspace().invite(channel, fields.get("member").equals("yes"));
        yield "the app is %s #%s".formatted(channel.hasApp ? "in" : "not in", channel.name);
      }
      case "write" -> {
        var message =
            workspace()
                .write(channel, Forms.user(fields), fields.get("text"), fields.get("thread"));
        events().posted(channel, message);
        yield message.ts();
      }
      case "change" -> {
        var before = message(channel, fields);
        var now = workspace().change(channel, before, fields.get("text"));
        events().changed(channel, before, now);
        yield "changed " + now.ts();
      }
      case "delete" -> {
        var message = message(channel, fields);
        workspace().delete(channel, message);
        events().deleted(channel, message);
        yield "deleted " + message.ts();
      }
      case "tell-again" -> {
        var message = message(channel, fields);
        events().posted(channel, message);
        yield "told again of " + message.ts();
      }
      case "command" -> command(channel, fields);
      default -> throw new IllegalArgumentException("there is no form " + form);
    };
  }

  private String read(Channel channel) {
    return workspace().all(channel).stream()
        .map(
            message ->
                "%s %s: %s"
                    .formatted(
                        message.ts(),
                        message.ofApp()
                            ? message.name()
                            : Workspace.PEOPLE.getOrDefault(message.user(), message.user()),
                        message.text()))
        .collect(Collectors.joining("\n"));
  }

  private Message message(Channel channel, Map<String, String> fields) {
    return workspace()
        .message(channel, fields.get("ts"))
        .orElseThrow(() -> new IllegalArgumentException("there is no message " + fields.get("ts")));
  }

  private String verify() throws IOException, InterruptedException {
    var challenge = chance(16);
    var answer = events().verify(challenge);
    return answer.status() == 200 && answer.text().contains(challenge)
        ? "the address is the app's"
        : "the app did not answer with the challenge, but with " + answer.status();
  }

  private String command(Channel channel, Map<String, String> fields)
      throws IOException, InterruptedException {
    var described =
        events()
            .manifest()
            .orElseThrow(() -> new IOException("no output of the stack is the manifest of an app"))
            .at("/features/slash_commands/0");
    var number = numbers.incrementAndGet();
    var form = new LinkedHashMap<String, String>();
    form.put("team_id", Workspace.TEAM);
    form.put("team_domain", "twin");
    form.put("channel_id", channel.id);
    form.put("channel_name", channel.name);
    form.put("user_id", Forms.user(fields));
    form.put("command", described.path("command").asText());
    form.put("text", fields.get("text"));
    form.put("api_app_id", Workspace.APP);
    form.put(
        "response_url",
        "https://hooks.slack.com/commands/%s/%d/%s".formatted(Workspace.TEAM, number, chance(12)));
    form.put("trigger_id", "%d.%s".formatted(number, chance(16)));
    var body = Json.form(form).getBytes(UTF_8);
    var url = URI.create(described.path("url").asText());
    var answer = events().send(url, body, FORM_TYPE, 0);
    return answer.status() == 200
        ? "taken " + answer.text()
        : "%s failed: the app answered %d".formatted(form.get("command"), answer.status());
  }

  private String chance(int bytes) {
    var made = new byte[bytes];
    random.nextBytes(made);
    return HexFormat.of().formatHex(made);
  }

  private Workspace workspace() {
    return Objects.requireNonNull(workspace);
  }

  private Events events() {
    return Objects.requireNonNull(events);
  }

  private Surroundings surroundings() {
    return Objects.requireNonNull(surroundings);
  }
}
