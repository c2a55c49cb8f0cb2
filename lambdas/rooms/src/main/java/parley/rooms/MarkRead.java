package parley.rooms;

import parley.kernel.Input;
import parley.kernel.Reply;
import parley.kernel.Request;
import parley.kernel.UseCase;

/**
 * Notes up to where the caller has read; a mark that is behind the one that is there does nothing.
 */
record MarkRead(Members members) implements UseCase {

  @Override
  public Reply handle(Request request) {
    var input = request.input();
    var room = input.id("room");
    var seq = input.seq("seq", 0);
    var messages = input.number("messages", 0, Input.MAX_NUMBER);
    if (messages > seq) {
      input.reject("messages", "is %d, more than seq, which is %d".formatted(messages, seq));
    }
    return input
        .refusal()
        .map(Reply::refused)
        .orElseGet(() -> mark(room, request.caller().user(), new Mark(seq, messages)));
  }

  private Reply mark(String room, String user, Mark mark) {
    return members.mark(room, user, mark) ? Reply.done() : Reply.refused(Access.NO_ROOM);
  }
}
