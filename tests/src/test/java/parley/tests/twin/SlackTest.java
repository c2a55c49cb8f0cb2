package parley.tests.twin;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.net.URI;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.function.Predicate;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/**
 * The add-on that links rooms and channels: against a stand-in that signs, and takes messages, as
 * Slack does.
 */
class SlackTest {

  private static final String CHANNEL = "general";

  private final URI site = RunningTwin.site();
  private final Person ada = Person.named(site, "ada");
  private final OutsideParty slack = new OutsideParty(site, "slack");
  private final String name = ada.get("/profile").text("name");
  private final String room = ada.newRoom("private");
  private long answered;

  @BeforeEach
  void link() {
    slack.does("trouble", Map.of("kind", "none"));
    slack.does("invite", Map.of("channel", CHANNEL, "member", "yes"));
    Patience.awaitTrue("the channel is free", this::isFree);
    var earlier = code();
    command("link " + code());
    awaitAnswer(answer -> answer.contains("linked this channel with the room"));
    assertThat(earlier).isNotEmpty();
  }

  @AfterEach
  void unlink() {
    slack.does("trouble", Map.of("kind", "none"));
    slack.does("invite", Map.of("channel", CHANNEL, "member", "yes"));
    ada.send("DELETE", "/rooms/%s/slack".formatted(room), null);
  }

  @Test
  void theAddressIsVerified() {
    assertThat(slack.does("verify", Map.of())).isEqualTo("the address is the app's");
  }

  @Test
  void theRoomTellsWithWhichChannelItIsLinked() {
    var link = ada.get("/rooms/%s/slack".formatted(room)).body();
    assertThat(link.path("linked").asBoolean()).isTrue();
    assertThat(link.path("channel").asText()).isEqualTo("#general");
    assertThat(link.path("by").asText()).isEqualTo("Milo");

    var before = farewells();
    var ended = ada.send("DELETE", "/rooms/%s/slack".formatted(room), null);
    assertThat(ended.body().path("ended").asBoolean()).isTrue();
    assertThat(ada.get("/rooms/%s/slack".formatted(room)).body().path("linked").asBoolean())
        .isFalse();
    awaitText("Slack: The link with #general in Slack has ended.");
    Patience.awaitTrue("a farewell", () -> farewells() > before);
  }

  @Test
  void whatIsWrittenInTheChannelComesOnceIntoTheRoom() {
    var first = write("*hello* &lt;room&gt;", "");
    awaitText("Milo: **hello** <room>");
    slack.does("tell-again", Map.of("channel", CHANNEL, "ts", first));
    slack.does("change", Map.of("channel", CHANNEL, "ts", first, "text", "hello all"));
    awaitText("Milo: hello all");
    write("to be sure", first);
    awaitText("Milo: ↳ in the thread “hello all”\nto be sure");
    slack.does("delete", Map.of("channel", CHANNEL, "ts", first));
    Patience.awaitTrue("it is gone", () -> !texts().contains("Milo: hello all"));

    assertThat(texts()).filteredOn(text -> text.contains("hello all")).hasSize(1);
    assertThat(channel()).filteredOn(line -> line.endsWith("be sure")).hasSize(1);
  }

  @Test
  void whatIsWrittenInTheRoomComesOnceIntoTheChannelAndNotBack() {
    var seq = ada.say(room, ada.tail(room), "**from** the room").body().path("seq").asLong();
    ada.say(room, ada.tail(room), "and more");
    awaitChannel(hers("*from* the room"));
    awaitChannel(hers("and more"));
    var message = "/rooms/%s/messages/%d".formatted(room, seq);
    change("PATCH", message, "from this room");
    awaitChannel(hers("from this room"));
    var ack = ada.tail(room);
    var query = "?after=%d&clientId=%s".formatted(ack, UUID.randomUUID());
    assertThat(ada.send("DELETE", message + query, null).status()).isEqualTo(200);
    Patience.awaitTrue("it is gone", () -> !channel().contains(hers("from this room")));

    assertThat(channel()).filteredOn(line -> line.equals(hers("and more"))).hasSize(1);
    assertThat(texts()).noneMatch(text -> text.startsWith(hers("and more\n")));
    assertThat(texts()).filteredOn(text -> text.endsWith("and more")).hasSize(1);
  }

  @Test
  void aCommandTellsWhoIsThereAndWritesIntoTheRoom() {
    command("who");
    awaitAnswer(answer -> answer.startsWith("ephemeral: 1 in ") && answer.endsWith(": " + name));
    command("post by command");
    awaitText("Milo: by command");
    awaitAnswer(answer -> answer.equals("in_channel: Milo: by command"));
  }

  @Test
  void whileSlackAsksToWaitNothingIsLost() {
    slack.does("trouble", Map.of("kind", "busy"));
    ada.say(room, ada.tail(room), "one");
    ada.say(room, ada.tail(room), "two");
    Patience.awaitTrue("it is asked to wait", () -> slack.answered("/api/chat.postMessage", 429));
    slack.does("trouble", Map.of("kind", "none"));
    awaitChannel(hers("two"));

    var lines = channel();
    assertThat(lines.subList(lines.indexOf(hers("one")), lines.size()))
        .containsSubsequence(hers("one"), hers("two"));
  }

  @Test
  void aChannelThatTheAppWasSentAwayFromIsLinkedNoMore() {
    slack.does("invite", Map.of("channel", CHANNEL, "member", "no"));
    ada.say(room, ada.tail(room), "is anybody there");
    awaitText("Slack: The link with #general has ended: Slack says not_in_channel.");

    assertThat(ada.get("/rooms/%s/slack".formatted(room)).body().path("linked").asBoolean())
        .isFalse();
  }

  /** What she wrote, as it is shown. */
  private String hers(String text) {
    return name + ": " + text;
  }

  private String code() {
    var issued = ada.send("POST", "/rooms/%s/slack/codes".formatted(room), Map.of());
    assertThat(issued.status()).isEqualTo(201);
    return issued.body().path("code").asText();
  }

  /** Ends what an earlier test left. False while it is just ending. */
  private boolean isFree() {
    command("unlink");
    awaitAnswer(answer -> answer.matches(".*(ended the link|not linked|just ending).*"));
    return answers().skip(answered).noneMatch(answer -> answer.contains("just ending"));
  }

  private void command(String words) {
    var form = Map.of("channel", CHANNEL, "user", "Milo", "text", words);
    answered = answers().count();
    assertThat(slack.does("command", form)).isEqualTo("taken ");
  }

  private String write(String text, String thread) {
    return slack.does(
        "write", Map.of("channel", CHANNEL, "user", "Milo", "text", text, "thread", thread));
  }

  private void change(String method, String path, String text) {
    var body =
        Map.of(
            "clientId", UUID.randomUUID().toString(),
            "after", ada.tail(room),
            "text", text);
    assertThat(ada.send(method, path, body).status()).isEqualTo(200);
  }

  /** What the reader sees in the room, with who it is of. */
  private List<String> texts() {
    var texts = new ArrayList<String>();
    for (JsonNode entry :
        ada.get("/rooms/%s/messages?limit=100".formatted(room)).body().path("entries")) {
      if (entry.path("kind").asText().equals("message") && !entry.has("deleted")) {
        texts.add("%s: %s".formatted(entry.path("from").asText(name), entry.path("text").asText()));
      }
    }
    return texts;
  }

  /** What stands in the channel, with who it is of. */
  private List<String> channel() {
    return slack
        .does("read", Map.of("channel", CHANNEL))
        .lines()
        .map(line -> line.substring(line.indexOf(' ') + 1))
        .toList();
  }

  private long farewells() {
    return channel().stream().filter(line -> line.contains("The link with the room has")).count();
  }

  private Stream<String> answers() {
    return slack.does("answers", Map.of()).lines();
  }

  private void awaitText(String text) {
    Patience.awaitTrue("in the room: " + text, () -> texts().contains(text));
  }

  private void awaitChannel(String line) {
    Patience.awaitTrue("in the channel: " + line, () -> channel().contains(line));
  }

  private void awaitAnswer(Predicate<String> answer) {
    Patience.awaitTrue("an answer", () -> answers().skip(answered).anyMatch(answer));
  }
}
