package parley.messages;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.HashSet;
import java.util.Set;
import java.util.UUID;
import org.junit.jupiter.api.Test;

/** What every {@link Participants} does; each test takes a room of its own. */
public abstract class ParticipantsContract {

  private final String room = UUID.randomUUID().toString();

  /** The store under test. */
  abstract Participants participants();

  /** A contract without a store. */
  protected ParticipantsContract() {}

  @Test
  public void aParticipantIsReadBackAsItWasSaved() {
    var begun = Participant.first(room, change("c1", "added", "owner"));
    var owner = begun.finish(new Position(3, 2));
    var removed = owner.begin(change("c2", "removed", "member"));
    for (var version : new Participant[] {begun, owner, removed}) {
      assertThat(participants().save(version)).isTrue();
      assertThat(participants().find(room, "bob")).contains(version);
    }
  }

  @Test
  public void aVersionIsSavedOnlyOnTheOneBeforeIt() {
    var first = Participant.first(room, change("c1", "added", "member"));
    var other = Participant.first(room, change("c2", "added", "owner"));
    assertThat(participants().save(first.finish(new Position(1, 0)))).isFalse();
    assertThat(participants().find(room, "bob")).isEmpty();
    assertThat(participants().save(first)).isTrue();
    assertThat(participants().save(other)).isFalse();
    assertThat(participants().save(first.finish(new Position(1, 0)))).isTrue();
    assertThat(participants().save(first.begin(change("c3", "left", "member")))).isFalse();
    assertThat(participants().find(room, "bob")).contains(first.finish(new Position(1, 0)));
  }

  @Test
  public void whoWasNeverAParticipantIsNotFound() {
    assertThat(participants().find(room, "bob")).isEmpty();
  }

  @Test
  public void aUsersRoomsAreFoundFiftyAtATime() {
    Set<String> rooms = new HashSet<>();
    for (var i = 0; i < 50; i++) {
      var name = "%s-%d".formatted(room, i);
      rooms.add(name);
      if (i % 2 == 0) {
        var begun = Participant.first(name, change("c", "added", "member"));
        participants().save(begun);
        participants().save(begun.finish(new Position(1, 0)));
      } else if (i % 3 == 0) {
        participants().save(Participant.first(name, change("c", "removed", "member")));
      }
    }
    assertThat(participants().findAll("bob", rooms))
        .hasSize(33)
        .extracting(Participant::room)
        .contains(room + "-48");
    assertThat(participants().findAll("eve", rooms)).isEmpty();
  }

  private static Participant.Change change(String id, String change, String role) {
    return new Participant.Change(id, new Body.Membership("bob", change, role), "ada", 7);
  }
}
