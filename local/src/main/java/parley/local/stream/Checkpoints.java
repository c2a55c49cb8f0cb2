package parley.local.stream;

import java.util.Optional;

/** How far each shard of a stream was processed. */
interface Checkpoints {

  /** The last processed record of a shard. */
  Optional<String> last(String shard);

  /** Whether a shard was read to its end. */
  boolean isFinished(String shard);

  /** Whether nothing was processed yet. */
  boolean isEmpty();

  /** All records of the shard up to this one are done with. */
  void reached(String shard, String sequence);

  /** All records of the shard are done with, and no more will come. */
  void finished(String shard);
}
