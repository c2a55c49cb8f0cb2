package parley.messages;

import parley.kernel.Refusal;

/** How an append ended. */
sealed interface Outcome {

  /** The entry stands in the log, by this try or by an earlier one. */
  record Committed(Entry entry) implements Outcome {}

  /** Nothing was written by this try. */
  record Refused(Refusal refusal) implements Outcome {}
}
