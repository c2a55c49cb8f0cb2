package parley.messages;

/** The fake keeps the contract that the real store keeps. */
final class MemoryParticipantsTest extends ParticipantsContract {

  private final Participants participants = new MemoryParticipants();

  @Override
  Participants participants() {
    return participants;
  }
}
