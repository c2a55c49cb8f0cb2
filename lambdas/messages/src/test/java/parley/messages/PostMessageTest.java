package parley.messages;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.time.Clock;
import java.time.ZoneOffset;
import java.util.List;
import org.junit.jupiter.api.Test;
import parley.kernel.Json;
import parley.kernel.Reply;
import parley.kernel.Request;

/** What add-ons write. */
final class PostMessageTest {

  private static final String HI =
      """
      {"room": "r", "app": "relay", "id": "E1", "text": "hi"}""";

  private final Chat chat = Chat.withAda();
  private final PostMessage posting =
      new PostMessage(
          new Append(
              chat.log, Clock.fixed(Chat.NOW, ZoneOffset.UTC), _ -> {}, Append.NO_MATTER_HOW_LATE),
          chat.log,
          new Rights(chat.participants, chat.log),
          new MemoryPosts(),
          Clock.fixed(Chat.NOW, ZoneOffset.UTC));

  @Test
  void anAddOnWritesInItsOwnNameWithANameToShowAndData() {
    var reply = post(hi().put("from", "Grace").set("data", Json.object().put("channel", "C1")));
    assertThat(reply.status()).isEqualTo(201);
    assertThat(reply.body()).isEqualTo(new Ack(2, 1, "2026-03-01T10:00:00.123Z"));
    var entry = chat.log.find("r", 2).orElseThrow();
    assertThat(entry.sender()).isEqualTo("app-relay");
    assertThat(entry.body()).isEqualTo(new Body.Message("hi"));
    assertThat(entry.origin()).isEqualTo(new Origin("relay", "Grace", "{\"channel\":\"C1\"}"));
  }

  @Test
  void aRetryGivesTheSameAnswerHoweverLate() {
    var first = post(hi());
    for (var i = 0; i < Append.MOST_BEHIND + 5; i++) {
      chat.say("ada", "meanwhile");
    }
    assertThat(post(hi())).isEqualTo(first);
    assertThat(chat.log.all("r")).hasSize(2 + 1_005);
  }

  @Test
  void whatWasAskedForAndNotWrittenIsWrittenAfterADay() {
    var dead = new Append(new Deaf(chat.log), Clock.systemUTC(), _ -> {}, Long.MAX_VALUE);
    var posts = new MemoryPosts();
    var rights = new Rights(chat.participants, chat.log);
    var ended = new PostMessage(dead, chat.log, rights, posts, Clock.systemUTC());
    assertThat(Chat.code(ended.handle(Request.inside("", hi())))).isEqualTo("busy");
    for (var i = 0; i < Append.MOST_BEHIND + 5; i++) {
      chat.say("ada", "meanwhile");
    }
    var patient = new Append(chat.log, Clock.systemUTC(), _ -> {}, Append.NO_MATTER_HOW_LATE);
    var again = new PostMessage(patient, chat.log, rights, posts, Clock.systemUTC());
    assertThat(seq(again.handle(Request.inside("", hi())))).isEqualTo(1_007);
    assertThat(seq(again.handle(Request.inside("", hi())))).isEqualTo(1_007);
  }

  @Test
  void theSameIdOfAnotherAddOnIsAnotherMessage() {
    assertThat(seq(post(hi()))).isEqualTo(2);
    assertThat(seq(post(hi().put("app", "pager")))).isEqualTo(3);
    assertThat(seq(post(hi().put("id", "E2")))).isEqualTo(4);
  }

  @Test
  void anIdStandsForOneRoom() {
    chat.change("s", "ada", "joined", "owner");
    post(hi());
    assertThat(Chat.code(post(hi().put("room", "s")))).isEqualTo("posted-elsewhere");
    assertThat(chat.log.all("s")).hasSize(1);
  }

  @Test
  void aRoomThatIsNotThereTakesNothing() {
    assertThat(Chat.code(post(hi().put("room", "nowhere")))).isEqualTo("not-found");
    assertThat(chat.log.all("nowhere")).isEmpty();
    chat.change("nowhere", "ada", "joined", "owner");
    assertThat(seq(post(hi().put("room", "nowhere")))).isEqualTo(2);
  }

  @Test
  void inAPersonsNameOnlyWhereTheyAreAMemberNow() {
    assertThat(Chat.code(post(hi().put("user", "bob")))).isEqualTo("not-found");
    chat.change("r", "bob", "added", "member");
    assertThat(seq(post(hi().put("user", "bob")))).isEqualTo(3);
    assertThat(chat.log.find("r", 3).orElseThrow().sender()).isEqualTo("bob");
    chat.change("r", "bob", "removed", "member");
    assertThat(Chat.code(post(hi().put("user", "bob").put("id", "E2")))).isEqualTo("not-found");
  }

  @Test
  void aRetryInAnotherNameIsTheSameMessage() {
    chat.change("r", "bob", "added", "member");
    var first = post(hi());
    assertThat(post(hi().put("user", "bob"))).isEqualTo(first);
    assertThat(chat.log.all("r")).hasSize(3);
  }

  @Test
  void nobodyHasAnAddOnsRightsByTheirId() {
    var rights = new Rights(chat.participants, chat.log);
    assertThat(rights.of("r", "app-relay")).isEqualTo(Standing.NONE);
    assertThat(chat.say("app-relay", "hi")).isZero();
  }

  @Test
  void anAddOnEditsAndDeletesItsOwnAlone() {
    var own = seq(post(hi().put("from", "Grace")));
    var foreign = chat.say("ada", "mine");
    assertThat(Chat.code(post(edit(foreign)))).isEqualTo("forbidden");
    assertThat(Chat.code(post(deletion(foreign)))).isEqualTo("forbidden");
    assertThat(Chat.code(post(edit(own).put("app", "pager")))).isEqualTo("forbidden");
    assertThat(Chat.code(post(deletion(99)))).isEqualTo("not-found");

    var reply = post(edit(own).put("id", "E3"));
    assertThat(reply.status()).isEqualTo(201);
    assertThat(post(edit(own).put("id", "E3"))).isEqualTo(reply);
    assertThat(json(own))
        .contains("\"text\":\"better\"", "\"app\":\"relay\"", "\"from\":\"Grace\"");
  }

  @Test
  void anOwnersRightsAreNotLentToAnAddOn() {
    chat.change("r", "bob", "added", "member");
    var foreign = chat.say("bob", "mine");
    assertThat(Chat.code(post(deletion(foreign).put("user", "ada")))).isEqualTo("forbidden");
  }

  @Test
  void aDeletedMessageHasLostItsNameAndDataAndSoHaveItsEdits() {
    var own = seq(post(hi().put("from", "Grace").set("data", Json.object().put("a", 1))));
    var edit = seq(post(edit(own).put("from", "Grace")));
    assertThat(post(deletion(own)).status()).isEqualTo(201);
    assertThat(json(own)).contains("\"deleted\"", "\"app\":\"relay\"").doesNotContain("Grace");
    assertThat(json(own)).doesNotContain("data", "hi");
    assertThat(json(edit)).doesNotContain("Grace", "better");
    assertThat(Chat.code(post(edit(own).put("id", "E9")))).isEqualTo("deleted");
  }

  @Test
  void anOwnerMayDeleteWhatAnAddOnWrote() {
    var own = seq(post(hi().put("from", "Grace")));
    assertThat(chat.delete("ada", own).status()).isEqualTo(200);
    assertThat(json(own)).doesNotContain("Grace");
  }

  @Test
  void allThatIsWrongIsNamed() {
    var wrong =
        List.of(
            "{\"app\": \"Relay\"}",
            "{\"app\": \"\"}",
            "{\"id\": \"\"}",
            "{\"id\": \"" + "x".repeat(129) + "\"}",
            "{\"kind\": \"reaction\"}",
            "{\"kind\": \"edit\"}",
            "{\"kind\": \"deletion\"}",
            "{\"text\": \" \"}",
            "{\"text\": \"" + "x".repeat(4_001) + "\"}",
            "{\"from\": \"" + "x".repeat(81) + "\"}",
            "{\"from\": \"Grace\", \"user\": \"ada\"}",
            "{\"data\": \"{}\"}",
            "{\"data\": {\"a\": \"" + "x".repeat(4_000) + "\"}}",
            "{\"data\": {\"a\": \"\\ud800\"}}");
    for (var members : wrong) {
      var asked = hi();
      asked.setAll((ObjectNode) Json.read(members));
      assertThat(Chat.code(post(asked))).as(members).isEqualTo("invalid-input");
    }
    assertThat(chat.log.all("r")).hasSize(1);
  }

  private Reply post(ObjectNode body) {
    return posting.handle(Request.inside("", body));
  }

  private String json(long seq) {
    return EntryJson.of(chat.log.find("r", seq).orElseThrow()).toString();
  }

  private static long seq(Reply reply) {
    return ((Ack) reply.body()).seq();
  }

  private static ObjectNode hi() {
    return (ObjectNode) Json.read(HI);
  }

  private static ObjectNode edit(long target) {
    return hi().put("kind", "edit").put("id", "edit").put("target", target).put("text", "better");
  }

  private static ObjectNode deletion(long target) {
    return hi().put("kind", "deletion").put("id", "deletion").put("target", target);
  }

  /** A log to which nobody can append. */
  private record Deaf(Log log) implements Log {

    @Override
    public Page read(Range range) {
      return log.read(range);
    }

    @Override
    public java.util.Optional<Entry> find(String room, long seq) {
      return log.find(room, seq);
    }

    @Override
    public java.util.Optional<Entry> add(Entry entry) {
      return log.last(entry.room());
    }

    @Override
    public void amend(Entry change) {}
  }
}
