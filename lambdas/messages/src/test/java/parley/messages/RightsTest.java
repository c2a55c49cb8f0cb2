package parley.messages;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Set;
import org.junit.jupiter.api.Test;

/** A change of membership whose function ended, or has not gone on yet, at some step. */
final class RightsTest {

  private static final Body.Membership ADDED = new Body.Membership("bob", "added", "member");
  private static final Body.Membership OWNER = new Body.Membership("bob", "role", "owner");
  private static final Body.Membership REMOVED = new Body.Membership("bob", "removed", "member");

  private final Chat chat = Chat.withAda();
  private final Rights rights = new Rights(chat.participants, chat.log);

  @Test
  void whoseEntryStandsInTheLogIsAMemberThoughTheRowDoesNotSaySo() {
    append(begin(ADDED));

    assertThat(standing()).isEqualTo(Standing.MEMBER);
    assertThat(rights.readable("bob", Set.of("r", "other"))).containsExactly("r");
    assertThat(Chat.body(chat.sync("bob", "{\"rooms\": [{\"room\": \"r\"}]}")).path("rooms"))
        .hasSize(1);
    assertThat(chat.say("bob", "hello")).isEqualTo(3);
  }

  @Test
  void whoseEntryIsNotThereYetIsNone() {
    begin(ADDED);
    chat.say("ada", "meanwhile");

    assertThat(standing()).isEqualTo(Standing.NONE);
    assertThat(chat.say("bob", "hello")).isZero();
  }

  /** It is a bound on what every read of theirs costs until somebody finishes the change. */
  @Test
  void anEntryThatIsFarGivesWithItsRow() {
    var begun = begin(ADDED);
    for (var i = 0; i < 100; i++) {
      chat.say("ada", "meanwhile");
    }
    append(begun);
    assertThat(standing()).isEqualTo(Standing.NONE);

    var last = chat.log.last("r").orElseThrow();
    chat.participants.save(begun.finish(new Position(last.seq(), last.messages())));
    assertThat(standing()).isEqualTo(Standing.MEMBER);
  }

  @Test
  void anEarlierChangesEntryGivesNothing() {
    chat.change("r", "bob", "added", "member", "c1");
    chat.change("r", "bob", "removed", "member", "c2");
    begin(ADDED);

    assertThat(standing()).isEqualTo(Standing.NONE);
  }

  @Test
  void aRoleIsGivenWithItsEntryToo() {
    chat.change("r", "bob", "added", "member", "c1");
    var begun = begin(OWNER);
    assertThat(standing()).isEqualTo(Standing.MEMBER);

    append(begun);
    assertThat(standing()).isEqualTo(Standing.OWNER);
  }

  @Test
  void whatIsTakenIsGoneWithTheBeginning() {
    chat.change("r", "bob", "added", "member", "c1");
    var begun = begin(REMOVED);
    assertThat(standing()).isEqualTo(Standing.NONE);

    append(begun);
    assertThat(standing()).isEqualTo(Standing.NONE);
  }

  private Standing standing() {
    return rights.of("r", "bob");
  }

  private Participant begin(Body.Membership membership) {
    var last = chat.log.last("r").orElseThrow().seq();
    var change = new Participant.Change("begun", membership, "ada", last);
    var begun =
        chat.participants
            .find("r", "bob")
            .map(bob -> bob.begin(change))
            .orElseGet(() -> Participant.first("r", change));
    assertThat(chat.participants.save(begun)).isTrue();
    return begun;
  }

  private void append(Participant begun) {
    var last = chat.log.last("r").orElseThrow();
    assertThat(chat.log.add(begun.draft().following(last, Chat.NOW))).isEmpty();
  }
}
