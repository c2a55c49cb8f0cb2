package parley.messages;

import java.util.Collection;
import java.util.Optional;
import java.util.Set;

/** Participants of which every operation is a step. */
record SteppedParticipants(Participants participants) implements Participants {

  @Override
  public Optional<Participant> find(String room, String user) {
    return Steps.step(() -> participants.find(room, user));
  }

  @Override
  public Collection<Participant> findAll(String user, Set<String> rooms) {
    return Steps.step(() -> participants.findAll(user, rooms));
  }

  @Override
  public boolean save(Participant next) {
    return Steps.step(() -> participants.save(next));
  }
}
