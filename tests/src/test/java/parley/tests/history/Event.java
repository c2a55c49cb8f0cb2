package parley.tests.history;

import java.util.List;

/** Something that a client did or saw. */
public sealed interface Event {

  /** Whose event it is. */
  Client client();

  /** The room that it is about; "" where it is about none. */
  String room();

  /** A request to append, about to be sent for the first time; its retries are no events. */
  record Sent(Client client, String room, String clientId, long after, Body body)
      implements Event {}

  /** What was sent is committed, says the answer. */
  record Acked(Client client, String room, String clientId, long seq, long messages)
      implements Event {}

  /** What was sent was refused for good. */
  record Refused(Client client, String room, String clientId, String code) implements Event {}

  /** A frame came, with these entries of one room. */
  record Received(Client client, String room, List<Long> seqs) implements Event {}

  /**
   * A sync, or a page of history, was answered.
   *
   * @param asked when it was asked for, by {@link History#now()}
   * @param tail where the log ended
   */
  record Synced(Client client, String room, long asked, List<Long> seqs, long tail)
      implements Event {}

  /** The client shows these to its user, in this order, after what it showed before. */
  record Shown(Client client, String room, List<Long> seqs) implements Event {}

  /**
   * A request to change somebody's membership is about to be sent.
   *
   * @param request the same as of its {@link Changed}, and of no other
   * @param change {@code added}, {@code joined}, {@code left}, {@code removed} or {@code role}
   */
  record Changing(Client client, String room, String request, String user, String change)
      implements Event {}

  /** A change of membership is done, says the answer; or refused, and then perhaps not. */
  record Changed(Client client, String room, String request, boolean done) implements Event {}

  /** A read mark was stored, says the answer. */
  record Read(Client client, String room, long seq, long messages) implements Event {}

  /** A socket opened. */
  record Opened(Client client) implements Event {
    @Override
    public String room() {
      return "";
    }
  }

  /** A socket closed, as its client sees it. */
  record Closed(Client client) implements Event {
    @Override
    public String room() {
      return "";
    }
  }

  /** The seqs that it names, for a person who looks for what happened to one. */
  default List<Long> seqs() {
    return switch (this) {
      case Acked acked -> List.of(acked.seq());
      case Received received -> received.seqs();
      case Synced synced -> synced.seqs();
      case Shown shown -> shown.seqs();
      case Sent sent -> sent.body().about() > 0 ? List.of(sent.body().about()) : List.of();
      case Read read -> List.of(read.seq());
      case Refused _, Changing _, Changed _, Opened _, Closed _ -> List.of();
    };
  }
}
