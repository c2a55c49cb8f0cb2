package parley.messages;

import parley.kernel.Refusal;
import parley.kernel.Reply;

/** How an append ended. */
sealed interface Outcome {

  /** The reply to whoever wanted something new to stand in the log. */
  default Reply created() {
    return switch (this) {
      case Committed(var entry) -> Reply.created(Ack.of(entry));
      case Refused(var refusal) -> Reply.refused(refusal);
    };
  }

  /** The entry stands in the log, by this try or by an earlier one. */
  record Committed(Entry entry) implements Outcome {}

  /** Nothing was written by this try. */
  record Refused(Refusal refusal) implements Outcome {}
}
