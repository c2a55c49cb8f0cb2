package parley.local.stream;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.MissingNode;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import parley.local.journal.Journal;
import parley.local.lambda.Functions;

class PollerTest {

  private static final ObjectMapper MAPPER = new ObjectMapper();

  @TempDir private Path folder;

  private final FakeStream stream = new FakeStream();
  private final List<String> seen = new ArrayList<>();

  @Test
  void aShardIsReadAfterItsParent() throws Exception {
    stream.shard("old", "", "1", "2").closed().shard("new", "old", "3");

    pollUntilIdle(poller(false));

    assertThat(seen).containsExactly("1", "2", "3");
  }

  @Test
  void aRestartGoesOnAfterTheLastRecordThatWasDoneWith() throws Exception {
    stream.shard("one", "", "1", "2");
    pollUntilIdle(poller(false));
    stream.append("one", "3");

    pollUntilIdle(poller(false));

    assertThat(seen).containsExactly("1", "2", "3");
  }

  @Test
  void aTableThatWasMadeAnewIsReadFromItsBeginning() throws Exception {
    stream.shard("one", "", "1", "2");
    pollUntilIdle(poller(false));
    stream.id = "another";

    pollUntilIdle(poller(false));

    assertThat(seen).containsExactly("1", "2", "1", "2");
  }

  @Test
  void theLatestPositionPassesOverWhatIsThereAtTheFirstStart() throws Exception {
    stream.shard("one", "", "1", "2");
    var poller = poller(true);
    poller.poll();
    stream.append("one", "3");

    pollUntilIdle(poller);

    assertThat(seen).containsExactly("3");
  }

  @Test
  void anIteratorThatBecameInvalidLosesAndRepeatsNothing() throws Exception {
    stream.shard("one", "", "1", "2");
    var poller = poller(false);
    pollUntilIdle(poller);
    stream.append("one", "3");
    stream.gone = true;

    poller.poll();
    pollUntilIdle(poller);

    assertThat(seen).containsExactly("1", "2", "3");
  }

  private Poller poller(boolean fromLatest) throws IOException {
    var mapping =
        new Mapping(
            "m",
            "f",
            "s",
            100,
            Duration.ZERO,
            Optional.of(0),
            Optional.empty(),
            false,
            false,
            Optional.empty(),
            fromLatest);
    var checkpoints = FileCheckpoints.of(folder.resolve("m.json"), stream.id());
    return new Poller(
        stream,
        mapping,
        checkpoints,
        new Batches(
            mapping,
            new Filter(MissingNode.getInstance()),
            this::invoke,
            checkpoints,
            (m, shard, records, why, attempts) -> {},
            time -> {},
            new Journal(Clock.systemUTC()),
            Clock.systemUTC(),
            Disturbance.NONE));
  }

  private Functions.Result invoke(String arn, byte[] payload) {
    try {
      MAPPER.readTree(payload).path("Records").forEach(record -> seen.add(record.asText()));
      return new Functions.Result("{}".getBytes(UTF_8), false);
    } catch (IOException e) {
      throw new IllegalArgumentException(e);
    }
  }

  private static void pollUntilIdle(Poller poller) throws Exception {
    while (poller.poll()) {
      // There may be more.
    }
  }

  /** Iterators are {@code SHARD:INDEX}. */
  private static final class FakeStream implements ChangeStream {

    private final Map<String, List<String>> records = new LinkedHashMap<>();
    private final Map<String, String> parents = new LinkedHashMap<>();
    private final List<String> closed = new ArrayList<>();
    private String id = "stream";
    private boolean gone;

    FakeStream shard(String name, String parent, String... sequences) {
      records.put(name, new ArrayList<>(List.of(sequences)));
      parents.put(name, parent);
      return this;
    }

    FakeStream closed() {
      closed.add(List.copyOf(records.keySet()).getLast());
      return this;
    }

    void append(String shard, String sequence) {
      records.get(shard).add(sequence);
    }

    @Override
    public String id() {
      return id;
    }

    @Override
    public List<Shard> shards() {
      // Children first: the order of the answer says nothing.
      return List.copyOf(records.keySet()).reversed().stream()
          .map(name -> new Shard(name, Optional.of(parents.get(name)).filter(p -> !p.isEmpty())))
          .toList();
    }

    @Override
    public String iterator(String shard, From from) {
      var all = records.get(shard);
      return shard
          + ":"
          + switch (from) {
            case From.TrimHorizon() -> 0;
            case From.Latest() -> all.size();
            case From.After(var sequence) -> all.indexOf(sequence) + 1;
          };
    }

    @Override
    public Page read(String iterator) throws IOException {
      if (gone) {
        gone = false;
        throw new IteratorGone(new IOException("expired"));
      }
      var shard = iterator.substring(0, iterator.indexOf(':'));
      var all = records.get(shard);
      var from = Integer.parseInt(iterator.substring(iterator.indexOf(':') + 1));
      var next =
          closed.contains(shard) ? Optional.<String>empty() : Optional.of(shard + ":" + all.size());
      return new Page(
          all.subList(from, all.size()).stream()
              .map(s -> new StreamRecord(s, Instant.EPOCH, MAPPER.getNodeFactory().textNode(s)))
              .toList(),
          next);
    }
  }
}
