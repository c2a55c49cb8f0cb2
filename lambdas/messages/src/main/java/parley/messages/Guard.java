package parley.messages;

import java.util.Optional;
import parley.kernel.Refusal;

/** What must hold between the reading of a log's end and the writing of the next entry. */
@FunctionalInterface
interface Guard {

  /** Lets everything pass. */
  Guard OPEN = Optional::empty;

  /** The reason why nothing may be written; read from the store anew by every call. */
  Optional<Refusal> refusal();
}
