package parley.messages;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;

/**
 * What holds in every interleaving of writers and changes of membership, wherever functions end in
 * the middle and answers are lost.
 */
final class AppendPropertyTest {

  private static final int TRIES = 400;

  @Property(tries = TRIES)
  void theLogIsDenseAndCountsItsMessages(@ForAll("choices") List<Integer> choices)
      throws InterruptedException {
    var room = busyRoom(choices);
    var messages = 0;
    var seq = 0L;
    for (var entry : room.log.all("r")) {
      messages += entry.body() instanceof Body.Message ? 1 : 0;
      assertThat(entry.seq()).isEqualTo(++seq);
      assertThat(entry.messages()).isEqualTo(messages);
    }
  }

  @Property(tries = TRIES)
  void everythingStandsOnceAndWhereItsAckSays(@ForAll("choices") List<Integer> choices)
      throws InterruptedException {
    var room = busyRoom(choices);
    Set<List<String>> known = new HashSet<>();
    for (var entry : room.log.all("r")) {
      assertThat(known.add(List.of(entry.sender(), entry.clientId()))).as("%s", entry).isTrue();
    }
    for (var answer : room.answers) {
      if (answer.reply().body() instanceof Ack ack) {
        var entry = room.log.find("r", ack.seq()).orElseThrow();
        assertThat(Ack.of(entry)).isEqualTo(ack);
        assertThat(entry.sender()).isEqualTo(answer.sender());
        assertThat(entry.clientId()).isEqualTo(answer.clientId());
      }
    }
  }

  @Property(tries = TRIES)
  void whatWasRefusedDoesNotStand(@ForAll("choices") List<Integer> choices)
      throws InterruptedException {
    var room = busyRoom(choices);
    var acknowledged =
        room.answers.stream()
            .filter(answer -> answer.reply().succeeded())
            .map(Simulation.Answer::clientId)
            .toList();
    for (var answer : room.answers) {
      if (!acknowledged.contains(answer.clientId())) {
        assertThat(room.log.all("r")).extracting(Entry::clientId).doesNotContain(answer.clientId());
      }
    }
  }

  @Property(tries = TRIES)
  void nobodyWritesOutsideOfTheirMembership(@ForAll("choices") List<Integer> choices)
      throws InterruptedException {
    var room = new Simulation(choices);
    room.member("ada");
    room.member("bob");
    room.sender("ada", 3);
    room.sender("bob", 2);
    room.editor("bob");
    room.rooms("bob", "removed", "added", "removed");
    room.run();
    assertMembersOnly(room);
    assertThat(changes(room)).containsExactly("added", "removed", "added", "removed");
    assertThat(new Rights(room.participants, room.log).of("r", "bob")).isEqualTo(Standing.NONE);
  }

  @Property(tries = TRIES)
  void changesThatMeetLeaveTheLogAndTheListAtOne(@ForAll("choices") List<Integer> choices)
      throws InterruptedException {
    var room = new Simulation(choices);
    room.member("bob");
    room.sender("bob", 3);
    room.rooms("bob", "removed");
    room.rooms("bob", "added");
    room.rooms("bob", "left");
    room.run();
    assertMembersOnly(room);
    var last = changes(room).getLast();
    assertThat(new Rights(room.participants, room.log).of("r", "bob"))
        .isEqualTo(last.equals("added") ? Standing.MEMBER : Standing.NONE);
    for (var i = 1; i < changes(room).size(); i++) {
      assertThat(changes(room).get(i).equals("added"))
          .as("%s", changes(room))
          .isNotEqualTo(changes(room).get(i - 1).equals("added"));
    }
  }

  @Property(tries = TRIES)
  void anEditIsInPlaceOnceItIsAcknowledged(@ForAll("choices") List<Integer> choices)
      throws InterruptedException {
    var room = new Simulation(choices);
    room.member("ada");
    room.member("bob");
    room.sender("ada", 2);
    room.editor("bob");
    room.run();
    var edit =
        room.log.all("r").stream().filter(entry -> entry.body() instanceof Body.Edit).toList();
    assertThat(edit).hasSize(1);
    var target = ((Body.Edit) edit.getFirst().body()).target();
    var message = (Body.Message) room.log.find("r", target).orElseThrow().body();
    assertThat(message.text()).isEqualTo("says " + edit.getFirst().clientId());
  }

  /**
   * Each choice is an actor (its tens) and a fate (its last digit: 8 ends the function before the
   * step, 9 after it).
   */
  @Provide
  Arbitrary<List<Integer>> choices() {
    return Arbitraries.integers().between(0, 99).list().ofMinSize(20).ofMaxSize(90);
  }

  private static Simulation busyRoom(List<Integer> choices) throws InterruptedException {
    var room = new Simulation(choices);
    for (var user : List.of("ada", "bob", "eve")) {
      room.member(user);
    }
    room.sender("ada", 3);
    room.sender("bob", 2);
    room.hasty("eve");
    room.rooms("bob", "removed");
    room.run();
    return room;
  }

  private static List<String> changes(Simulation room) {
    return room.log.all("r").stream()
        .filter(entry -> entry.body() instanceof Body.Membership of && of.user().equals("bob"))
        .map(entry -> ((Body.Membership) entry.body()).change())
        .toList();
  }

  private static void assertMembersOnly(Simulation room) {
    var members = new HashMap<String, Boolean>();
    for (var entry : room.log.all("r")) {
      if (entry.body() instanceof Body.Membership membership) {
        members.put(membership.user(), Standing.after(membership) != Standing.NONE);
      } else {
        assertThat(members.get(entry.sender())).as("%s", entry).isTrue();
      }
    }
  }
}
