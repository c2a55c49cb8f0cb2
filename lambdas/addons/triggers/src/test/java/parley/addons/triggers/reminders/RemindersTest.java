package parley.addons.triggers.reminders;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import parley.kernel.Caller;
import parley.kernel.Json;
import parley.kernel.Refusal;
import parley.kernel.Reply;
import parley.kernel.Request;

class RemindersTest {

  private static final Instant NOW = Instant.parse("2026-11-28T09:00:00Z");
  private static final String ID = "00000000-0000-4000-8000-000000000001";

  private final MemoryReminders reminders = new MemoryReminders();
  private final Set<String> members = new HashSet<>(Set.of("ada"));
  private final List<JsonNode> posted = new ArrayList<>();
  private Reply post = Reply.created(Json.object());

  @Test
  void whatIsSetIsToldWhenItIsTimeAndOnce() {
    assertThat(set("ada", asked("room", 20)).status()).isEqualTo(201);

    ring(Duration.ofMinutes(19));
    assertThat(posted).isEmpty();
    ring(Duration.ofMinutes(20));
    ring(Duration.ofMinutes(21));

    assertThat(posted)
        .containsExactly(
            Json.read(
                """
                {"room":"r","app":"triggers","id":"reminder-ada-%s","from":"Reminder by Ada L",
                 "text":"stand up"}"""
                    .formatted(ID)));
    assertThat(reminders.all).isEmpty();
  }

  @Test
  void oneForOneselfSaysForWhom() {
    var reply = set("ada", asked("me", 20));
    assertThat(Json.tree(reply.body()))
        .isEqualTo(
            Json.read(
                """
                {"id":"%s","room":"r","at":"2026-11-28T09:20:00Z","from":"Reminder for Ada L",
                 "text":"stand up"}"""
                    .formatted(ID)));
  }

  @Test
  void aRetryIsTheSameReminderAlsoWhereItSaysAnotherTime() {
    set("ada", asked("room", 20));
    var again = set("ada", asked("room", 30));
    assertThat(Json.tree(again.body()).path("at").asText()).isEqualTo("2026-11-28T09:20:00Z");
    assertThat(reminders.all).hasSize(1);
  }

  @Test
  void whoIsNoMemberSetsNothing() {
    assertThat(set("eve", asked("room", 20)).body()).isEqualTo(Refusal.notFound("room"));
    assertThat(reminders.all).isEmpty();
  }

  @Test
  void whoIsNoMemberAnyMoreTellsTheRoomNothing() {
    set("ada", asked("room", 20));
    members.clear();
    ring(Duration.ofHours(1));
    assertThat(posted).isEmpty();
    assertThat(reminders.all).isEmpty();
  }

  @Test
  void whatCannotBeWrittenNowWaitsForTheNextMinute() {
    set("ada", asked("room", 1));
    post = Reply.refused(new Refusal(429, "busy", "try again"));
    assertThatThrownBy(() -> ring(Duration.ofMinutes(1))).hasMessageContaining("told: 1");
    assertThat(reminders.all).hasSize(1);
    post = Reply.created(Json.object());
    ring(Duration.ofMinutes(2));
    assertThat(reminders.all).isEmpty();
    assertThat(posted).hasSize(2);
    assertThat(posted.getFirst()).isEqualTo(posted.getLast());
  }

  @Test
  void oneThatFailsLeavesTheOthersTold() {
    set("ada", asked("room", 1));
    set("ada", asked("room", 2).put("id", UUID.randomUUID().toString()));
    post = Reply.refused(new Refusal(503, "unavailable", "try again"));
    assertThatThrownBy(() -> ring(Duration.ofMinutes(2))).hasMessageContaining("told: 2");

    assertThat(posted).hasSize(2);
    assertThat(reminders.all).hasSize(2);
  }

  @Test
  void whatCannotBeWrittenForADayIsGivenUp() {
    set("ada", asked("room", 1));
    post = Reply.refused(new Refusal(429, "busy", "try again"));
    var day = Duration.ofDays(1).plusMinutes(1);
    assertThatThrownBy(() -> ring(day)).hasMessageContaining("told: 1");
    assertThat(reminders.all).hasSize(1);

    assertThatThrownBy(() -> ring(day.plusSeconds(1))).hasMessageContaining("told: 1");
    assertThat(reminders.all).isEmpty();
  }

  @Test
  void whatTheRoomRefusesForGoodIsForgotten() {
    set("ada", asked("room", 1));
    post = Reply.refused(Refusal.notFound("room"));
    ring(Duration.ofMinutes(1));

    assertThat(reminders.all).isEmpty();
  }

  @Test
  void timesThatArePastOrTooFarAndTextsThatAreEmptyOrTooLongAreRefused() {
    assertRefused(asked("room", -11));
    assertRefused(asked("room", 60 * 24 * 367));
    assertRefused(asked("room", 1).put("at", "tomorrow"));
    assertRefused(asked("room", 1).put("text", ""));
    assertRefused(asked("room", 1).put("text", " \n"));
    assertRefused(asked("room", 1).put("text", "x".repeat(1001)));
    assertRefused(asked("everybody", 1));
    assertRefused(asked("room", 1).put("id", "1"));
    assertThat(set("ada", asked("room", -1)).status()).isEqualTo(201);
  }

  @Test
  void aPersonHasAHundredPendingAtMost() {
    for (var i = 0; i < SetReminder.MOST; i++) {
      set("ada", asked("room", i).put("id", UUID.randomUUID().toString()));
    }
    var reply = set("ada", asked("room", 1));
    assertThat(reply.body())
        .isInstanceOfSatisfying(
            Refusal.class, refusal -> assertThat(refusal.code()).isEqualTo("too-many-reminders"));
    var known = reminders.all.getFirst();
    assertThat(set("ada", asked("room", 1).put("id", known.id())).status()).isEqualTo(201);
  }

  @Test
  void onesOwnAreListedTheNextFirstAndCancelled() {
    set("ada", asked("room", 20));
    set("ada", asked("room", 10).put("id", UUID.randomUUID().toString()));
    members.add("bob");
    set("bob", asked("room", 5));

    var listed =
        Json.tree(new ListReminders(reminders).handle(request("ada", Json.object())).body());
    assertThat(listed.path("reminders"))
        .extracting(one -> one.path("at").asText())
        .containsExactly("2026-11-28T09:10:00Z", "2026-11-28T09:20:00Z");

    var cancel = new CancelReminder(reminders);
    assertThat(cancel.handle(request("ada", Json.object().put("reminder", ID))).status())
        .isEqualTo(200);
    assertThat(cancel.handle(request("ada", Json.object().put("reminder", "x"))).status())
        .isEqualTo(400);
    assertThat(reminders.all).extracting(Reminder::user).containsExactlyInAnyOrder("ada", "bob");
  }

  private void assertRefused(ObjectNode asked) {
    assertThat(set("ada", asked).status()).as("%s", asked).isEqualTo(400);
  }

  private Reply set(String user, ObjectNode asked) {
    return new SetReminder(reminders, membership(), at(Duration.ZERO)).handle(request(user, asked));
  }

  private void ring(Duration later) {
    new RingReminders(
            reminders,
            membership(),
            request -> {
              posted.add(request.body());
              return post;
            },
            at(later))
        .ring();
  }

  private Membership membership() {
    return new Membership(
        request -> {
          var found = Json.object();
          var rooms = found.putArray("rooms");
          if (members.contains(request.body().path("user").asText())) {
            rooms.addAll(
                (com.fasterxml.jackson.databind.node.ArrayNode) request.body().get("rooms"));
          }
          return Reply.ok(found);
        });
  }

  private static ObjectNode asked(String whom, long minutes) {
    return Json.object()
        .put("room", "r")
        .put("id", ID)
        .put("whom", whom)
        .put("at", NOW.plus(Duration.ofMinutes(minutes)).toString())
        .put("text", "stand up");
  }

  private static Request request(String user, ObjectNode body) {
    return new Request("q", new Caller(user, "Ada L", ""), Json.object(), body);
  }

  private static Clock at(Duration later) {
    return Clock.fixed(NOW.plus(later), ZoneOffset.UTC);
  }
}
