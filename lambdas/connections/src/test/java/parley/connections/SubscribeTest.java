package parley.connections;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static parley.connections.Fixtures.ADA;
import static parley.connections.Fixtures.CLOCK;
import static parley.connections.Fixtures.ids;
import static parley.connections.Fixtures.sentBy;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import parley.kernel.Json;
import parley.kernel.Refusal;
import parley.kernel.Reply;
import parley.kernel.Request;

final class SubscribeTest {

  private final FakeSubscriptions subscriptions = new FakeSubscriptions();
  private final List<Request> asked = new ArrayList<>();
  private Set<String> memberOf = Set.of("r", "s");
  private final Subscribe subscribe =
      new Subscribe(subscriptions, this::findMembership, ids(), CLOCK);

  @Test
  void theRoomsOfWhichOneIsAMemberAreHeard() {
    assertThat(ask("{\"rooms\":[\"r\",\"x\",\"s\",\"r\"]}")).isEqualTo("{\"rooms\":[\"r\",\"s\"]}");

    assertThat(subscriptions.listeners("r")).containsExactly(ADA);
    assertThat(subscriptions.listeners("s")).containsExactly(ADA);
    assertThat(subscriptions.of("x", "ada")).isEmpty();
  }

  @Test
  void membershipIsAskedForOnceWithTheRowsPending() {
    ask("{\"rooms\":[\"r\",\"x\"]}");

    assertThat(asked)
        .singleElement()
        .satisfies(
            request -> {
              assertThat(request.caller().user()).isEmpty();
              assertThat(Json.write(request.body()))
                  .isEqualTo("{\"user\":\"ada\",\"rooms\":[\"r\",\"x\"]}");
            });
  }

  @Test
  void aRoomThatIsHeardIsHeardWhileItIsAskedForAgain() {
    subscriptions.heard("r", ADA);
    var heardMeanwhile = new ArrayList<Connection>();
    var again =
        new Subscribe(
            subscriptions,
            request -> {
              heardMeanwhile.addAll(subscriptions.listeners("r"));
              return findMembership(request);
            },
            ids(),
            CLOCK);

    assertThat(Json.write(again.handle(sentBy(ADA, "{\"rooms\":[\"r\"]}")).body()))
        .isEqualTo("{\"rooms\":[\"r\"]}");
    assertThat(heardMeanwhile).containsExactly(ADA);
    assertThat(subscriptions.listeners("r")).containsExactly(ADA);
  }

  @Test
  void aRoomThatIsHeardIsHeardNoMoreWhereMembershipEnded() {
    subscriptions.heard("r", ADA);
    memberOf = Set.of();

    assertThat(ask("{\"rooms\":[\"r\"]}")).isEqualTo("{\"rooms\":[]}");
    assertThat(subscriptions.rows).isEmpty();
  }

  @Test
  void aFailureToLearnOfMembershipActivatesNothing() {
    var refused =
        new Subscribe(
            subscriptions, request -> Reply.refused(Refusal.forbidden("no")), ids(), CLOCK);

    assertThatThrownBy(() -> refused.handle(sentBy(ADA, "{\"rooms\":[\"r\"]}")))
        .hasMessageContaining("status 403");
    assertThat(subscriptions.listeners("r")).isEmpty();
  }

  @Test
  void fiftyRoomsAreTheMost() {
    memberOf = IntStream.range(0, 50).mapToObj(i -> "r" + i).collect(Collectors.toSet());

    ask(Json.write(Map.of("rooms", memberOf)));

    assertThat(subscriptions.of(ADA)).hasSize(50);
    assertRefused(
        Json.write(Map.of("rooms", IntStream.range(0, 51).mapToObj(i -> "r" + i).toList())));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "{}",
        "{\"rooms\":[]}",
        "{\"rooms\":7}",
        "{\"rooms\":[\"a b\"]}",
        "{\"rooms\":[{}]}"
      })
  void whatIsNoListOfRoomsIsRefused(String body) {
    assertRefused(body);
  }

  private void assertRefused(String body) {
    asked.clear();
    assertThat(subscribe.handle(sentBy(ADA, body)).body())
        .isInstanceOfSatisfying(
            Refusal.class, refusal -> assertThat(refusal.code()).isEqualTo("invalid-input"));
    assertThat(asked).isEmpty();
  }

  private String ask(String body) {
    return Json.write(subscribe.handle(sentBy(ADA, body)).body());
  }

  private Reply findMembership(Request request) {
    asked.add(request);
    assertThat(subscriptions.of(ADA)).hasSize(request.body().path("rooms").size());
    var found = Json.object();
    var rooms = found.putArray("rooms");
    request
        .body()
        .path("rooms")
        .forEach(
            room -> {
              if (memberOf.contains(room.asText())) {
                rooms.add(room);
              }
            });
    return Reply.ok(found);
  }
}
