package parley.tests.twin;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.URI;
import java.util.Map;
import java.util.UUID;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;

/** What was cut short, or is left of who is gone, is put right by whoever comes next. */
class CrashesTest {

  /** More than Deliver serves by itself. */
  private static final int CROWD = 1_010;

  private final URI site = RunningTwin.site();
  private final Tables tables = Tables.of(site);
  private final Person ada = Person.named(site, "ada");
  private final Person grace = Person.named(site, "grace");

  @Test
  void aDepartureThatNobodyWasToldOfIsFinishedByTheNextJoin() {
    var room = ada.newRoom("public");
    join(grace, room);
    leave(grace, room);
    var before = ada.tail(room);
    leftUntold(room, grace);

    join(grace, room);

    assertThat(ada.tail(room)).isEqualTo(before + 1);
    assertThat(grace.say(room, grace.tail(room), "back again").status()).isEqualTo(201);
  }

  @Test
  void aDepartureThatNobodyWasToldOfIsFinishedByTheNextInvitation() {
    var room = ada.newRoom("private");
    invite(room, "member");
    leave(grace, room);
    leftUntold(room, grace);

    invite(room, "member");

    assertThat(grace.say(room, grace.tail(room), "back again").status()).isEqualTo(201);
  }

  @Test
  void aCreationThatIsRepeatedFinishesItsCreatorsDeparture() {
    var wanted =
        Map.of("clientId", UUID.randomUUID().toString(), "name", "Left", "visibility", "public");
    var room = ada.send("POST", "/rooms", wanted).text("room");
    leave(ada, room);
    leftUntold(room, ada);

    ada.send("POST", "/rooms", wanted);

    join(grace, room);
    assertThat(grace.tail(room)).isEqualTo(3);
  }

  @Test
  void whoJoinsARoomWithoutOwnersOwnsIt() {
    var room = ada.newRoom("public");
    leave(ada, room);

    join(grace, room);

    var change = Map.of("topic", "mine now");
    assertThat(grace.send("PATCH", "/rooms/" + room, change).text("topic")).isEqualTo("mine now");
  }

  @Test
  void anOwnerIsRemovedUnlessTheRoomKnowsOfNoOther() {
    var room = ada.newRoom("private");
    invite(room, "owner");
    tables.set("Rooms", Map.of("room", room), "owners", AttributeValue.fromN("1"));
    assertThat(remove(room).code()).isEqualTo("last-owner");

    tables.set("Rooms", Map.of("room", room), "owners", AttributeValue.fromN("2"));
    assertThat(remove(room).status()).isEqualTo(200);
    assertThat(grace.get("/rooms/" + room).code()).isEqualTo("not-found");
  }

  @Test
  void aProfileCanBeChangedBeforeItWasEverRead() {
    var name = "early-%s".formatted(UUID.randomUUID().toString().substring(0, 8));
    var token = new SignIn(site).newcomersIdToken(name + "@example.com", "Just-came-in-1");
    var early = Person.withToken(site, token);

    assertThat(early.send("PUT", "/profile", Map.of("name", "Early")).status()).isEqualTo(200);

    assertThat(early.get("/profile").text("name")).isEqualTo("Early");
  }

  @Test
  void whatIsLeftOfAConnectionThatIsGoneGoesWithTheNextMessage() {
    var room = ada.newDeliveredRoom();
    crowd(room, 1);

    ada.say(room, ada.tail(room), "is anybody there?");

    awaitGone(room, 0);
  }

  @Test
  void soItDoesInARoomOfMoreListenersThanOneInvocationServes() {
    var room = ada.newDeliveredRoom();
    crowd(room, CROWD);

    ada.say(room, ada.tail(room), "is anybody there?");

    some(CROWD).forEach(ghost -> awaitGone(room, ghost));
  }

  /** Listeners whose connections are not there. */
  private void crowd(String room, int size) {
    tables.put(
        "ConnectionsSubscriptions",
        IntStream.range(0, size)
            .mapToObj(
                ghost ->
                    Map.of(
                        "room",
                        room,
                        "listener",
                        listener(room, ghost),
                        "connection",
                        connection(ghost),
                        "opening",
                        "o",
                        "state",
                        "active"))
            .toList());
    tables.put(
        "Connections",
        IntStream.range(0, size).mapToObj(ghost -> connectionOf(room, ghost)).toList());
    some(size)
        .forEach(
            ghost ->
                tables.set(
                    "Connections",
                    connectionOf(room, ghost),
                    "connectedAt",
                    AttributeValue.fromN("1")));
  }

  /** The first, the last, and one between. */
  private static IntStream some(int size) {
    return IntStream.of(0, size / 2, size - 1).distinct();
  }

  private void awaitGone(String room, int ghost) {
    tables.awaitGone(
        "ConnectionsSubscriptions", Map.of("room", room, "listener", listener(room, ghost)));
    tables.awaitGone("Connections", connectionOf(room, ghost));
  }

  private static Map<String, String> connectionOf(String room, int ghost) {
    return Map.of("user", "ghost-" + room, "connection", connection(ghost));
  }

  private static String listener(String room, int ghost) {
    return "ghost-%s#%s".formatted(room, connection(ghost));
  }

  private static String connection(int ghost) {
    return "ghost%010d=".formatted(ghost);
  }

  private void leftUntold(String room, Person person) {
    tables.set(
        "RoomsMembers",
        Map.of("room", room, "user", person.id()),
        "untold",
        AttributeValue.fromBool(true));
  }

  private void invite(String room, String role) {
    var member = "/rooms/%s/members/%s".formatted(room, grace.id());
    assertThat(ada.send("PUT", member, Map.of("role", role)).status()).isEqualTo(200);
  }

  private Answer remove(String room) {
    return ada.send("DELETE", "/rooms/%s/members/%s".formatted(room, grace.id()), null);
  }

  private static void join(Person person, String room) {
    assertThat(person.send("POST", "/rooms/%s/join".formatted(room), Map.of()).status())
        .isEqualTo(200);
  }

  private static void leave(Person person, String room) {
    assertThat(person.send("POST", "/rooms/%s/leave".formatted(room), Map.of()).status())
        .isEqualTo(200);
  }
}
