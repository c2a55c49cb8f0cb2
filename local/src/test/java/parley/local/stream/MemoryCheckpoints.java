package parley.local.stream;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

final class MemoryCheckpoints implements Checkpoints {

  final List<String> reached = new ArrayList<>();
  private final Map<String, String> last = new HashMap<>();
  private final Set<String> finished = new HashSet<>();

  @Override
  public Optional<String> last(String shard) {
    return Optional.ofNullable(last.get(shard));
  }

  @Override
  public boolean isFinished(String shard) {
    return finished.contains(shard);
  }

  @Override
  public boolean isEmpty() {
    return last.isEmpty() && finished.isEmpty();
  }

  @Override
  public void reached(String shard, String sequence) {
    reached.add(sequence);
    last.put(shard, sequence);
  }

  @Override
  public void finished(String shard) {
    finished.add(shard);
  }
}
