package parley.local.stream;

import java.util.ArrayDeque;
import java.util.Deque;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/** Which of some records are done with: the checkpoint moves up to the first that is not. */
final class Progress {

  private final Checkpoints checkpoints;
  private final String shard;
  private final Deque<StreamRecord> open;
  private final Set<String> done = new HashSet<>();

  /**
   * @param records in the shard's order
   */
  Progress(Checkpoints checkpoints, String shard, List<StreamRecord> records) {
    this.checkpoints = checkpoints;
    this.shard = shard;
    this.open = new ArrayDeque<>(records);
  }

  String shard() {
    return shard;
  }

  void done(List<StreamRecord> records) {
    records.forEach(record -> done.add(record.sequence()));
    var last = "";
    while (!open.isEmpty() && done.contains(open.peek().sequence())) {
      last = open.remove().sequence();
    }
    if (!last.isEmpty()) {
      checkpoints.reached(shard, last);
    }
  }
}
