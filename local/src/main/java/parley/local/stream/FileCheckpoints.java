package parley.local.stream;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import parley.local.WholeFile;

/** Checkpoints in a file, written before the next batch is begun. */
final class FileCheckpoints implements Checkpoints {

  private static final ObjectMapper MAPPER = new ObjectMapper();

  private final Path file;
  private final ObjectNode state;

  private FileCheckpoints(Path file, ObjectNode state) {
    this.file = file;
    this.state = state;
  }

  /** Those of a stream; none where the file tells of another stream. */
  static FileCheckpoints of(Path file, String stream) throws IOException {
    if (Files.exists(file)
        && MAPPER.readTree(file.toFile()) instanceof ObjectNode state
        && state.path("stream").asText().equals(stream)) {
      return new FileCheckpoints(file, state);
    }
    var state = MAPPER.createObjectNode().put("stream", stream);
    state.putObject("shards");
    return new FileCheckpoints(file, state);
  }

  @Override
  public Optional<String> last(String shard) {
    return Optional.ofNullable(shards().path(shard).path("last").textValue());
  }

  @Override
  public boolean isFinished(String shard) {
    return shards().path(shard).path("finished").asBoolean();
  }

  @Override
  public boolean isEmpty() {
    return shards().isEmpty();
  }

  @Override
  public void reached(String shard, String sequence) {
    shards().withObject("/" + shard).put("last", sequence);
    write();
  }

  @Override
  public void finished(String shard) {
    shards().withObject("/" + shard).put("finished", true);
    write();
  }

  private ObjectNode shards() {
    return state.withObject("/shards");
  }

  private void write() {
    try {
      WholeFile.write(file, MAPPER.writeValueAsBytes(state));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
