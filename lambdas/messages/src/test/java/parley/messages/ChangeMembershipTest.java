package parley.messages;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import parley.kernel.Reply;

final class ChangeMembershipTest {

  private final Chat chat = Chat.withAda();

  @Test
  void aChangeStandsInTheLogByWhoeverMadeIt() {
    var reply = chat.change("r", "bob", "added", "member", "c1");
    assertThat(reply).isEqualTo(Reply.ok(new Position(2, 0)));
    var entry = chat.log.find("r", 2).orElseThrow();
    assertThat(entry.body()).isEqualTo(new Body.Membership("bob", "added", "member"));
    assertThat(entry.sender()).isEqualTo("ada");
    assertThat(entry.clientId()).isEqualTo("c1");
    assertThat(standing("bob")).isEqualTo(Standing.MEMBER);
  }

  @Test
  void aRetryGivesTheSameAnswerAndNoSecondEntry() {
    var first = chat.change("r", "bob", "added", "member", "c1");
    chat.say("bob", "hello");
    assertThat(chat.change("r", "bob", "added", "member", "c1")).isEqualTo(first);
    assertThat(chat.log.all("r")).hasSize(3);
  }

  @Test
  void aRetryThatComesAfterTheNextChangeChangesNothing() {
    var added = chat.change("r", "bob", "added", "member", "c1");
    chat.change("r", "bob", "removed", "member", "c2");
    assertThat(chat.change("r", "bob", "added", "member", "c1")).isEqualTo(added);
    assertThat(standing("bob")).isEqualTo(Standing.NONE);
    assertThat(chat.log.all("r")).hasSize(3);
  }

  @Test
  void joiningLeavingAndJoiningAgainAreThreeEntries() {
    chat.change("r", "bob", "joined", "member");
    chat.change("r", "bob", "left", "");
    chat.change("r", "bob", "joined", "member");
    assertThat(chat.log.all("r")).hasSize(4);
    assertThat(standing("bob")).isEqualTo(Standing.MEMBER);
  }

  @Test
  void aChangeThatChangesNothingAppendsNothing() {
    chat.change("r", "bob", "removed", "member");
    chat.change("r", "ada", "added", "owner");
    chat.change("r", "ada", "role", "owner");
    assertThat(chat.log.all("r")).hasSize(1);
  }

  @Test
  void aRoleIsChanged() {
    chat.change("r", "bob", "added", "member");
    chat.change("r", "bob", "role", "owner");
    assertThat(standing("bob")).isEqualTo(Standing.OWNER);
    chat.change("r", "bob", "role", "member");
    assertThat(standing("bob")).isEqualTo(Standing.MEMBER);
    assertThat(chat.log.all("r")).hasSize(4);
  }

  @Test
  void onlyAMembersRoleIsChanged() {
    assertThat(Chat.code(chat.change("r", "bob", "role", "owner"))).isEqualTo("not-found");
    assertThat(standing("bob")).isEqualTo(Standing.NONE);
  }

  @Test
  void whoFindsAnotherChangeUnfinishedFinishesIt() {
    chat.change("r", "bob", "added", "member", "c1");
    var bob = chat.participants.find("r", "bob").orElseThrow();
    var removal =
        new Participant.Change("c2", new Body.Membership("bob", "removed", "member"), "ada", 2);
    chat.participants.save(bob.begin(removal));
    assertThat(standing("bob")).isEqualTo(Standing.NONE);
    chat.change("r", "bob", "added", "member", "c3");
    assertThat(chat.log.all("r")).extracting(Entry::clientId).endsWith("c1", "c2", "c3");
    assertThat(standing("bob")).isEqualTo(Standing.MEMBER);
  }

  @Test
  void aChangeIsFinishedEvenThousandsOfEntriesLater() {
    chat.change("r", "bob", "added", "member", "c1");
    var bob = chat.participants.find("r", "bob").orElseThrow();
    var removal =
        new Participant.Change("c2", new Body.Membership("bob", "removed", "member"), "ada", 2);
    chat.participants.save(bob.begin(removal));
    for (var i = 0; i < 1_500; i++) {
      chat.say("ada", "text");
    }
    assertThat(chat.change("r", "bob", "removed", "member", "c2"))
        .isEqualTo(Reply.ok(new Position(1_503, 1_500)));
  }

  @Test
  void theLastSixteenChangesAreRemembered() {
    for (var i = 0; i < 20; i++) {
      chat.change("r", "bob", i % 2 == 0 ? "joined" : "left", "member", "c" + i);
    }
    assertThat(chat.participants.find("r", "bob").orElseThrow().done())
        .hasSize(16)
        .extracting(Participant.Done::id)
        .startsWith("c19", "c18")
        .endsWith("c4");
  }

  @Test
  void badInputIsRefused() {
    assertThat(Chat.code(chat.change("r", "bob", "banned", "member"))).isEqualTo("invalid-input");
    assertThat(Chat.code(chat.change("r", "bob", "added", "king"))).isEqualTo("invalid-input");
    assertThat(Chat.code(chat.change("r", "bob", "added", ""))).isEqualTo("invalid-input");
    assertThat(Chat.code(chat.change("r", "", "added", "member"))).isEqualTo("invalid-input");
  }

  private Standing standing(String user) {
    return chat.participants.find("r", user).map(Participant::standing).orElse(Standing.NONE);
  }
}
