package parley.local.stream;

import java.io.IOException;
import java.util.List;
import java.util.Optional;

/** A stream of records in shards: a table's changes, or Kinesis'. */
public interface ChangeStream {

  /** What names it; another one where the table was made anew. */
  String id() throws IOException, InterruptedException;

  /** All shards that it has now. */
  List<Shard> shards() throws IOException, InterruptedException;

  /** A place to read from. */
  String iterator(String shard, From from) throws IOException, InterruptedException;

  /** What follows an iterator. Throws {@link IteratorGone} where it has become invalid. */
  Page read(String iterator) throws IOException, InterruptedException;

  /**
   * A part of the stream.
   *
   * @param parent the shard that must be read to its end before
   */
  record Shard(String id, Optional<String> parent) {}

  /**
   * Some records.
   *
   * @param next where to go on; empty at the end of a closed shard
   */
  record Page(List<StreamRecord> records, Optional<String> next) {}

  /** Where in a shard to begin. */
  sealed interface From {

    /** At its oldest record. */
    record TrimHorizon() implements From {}

    /** After its newest record. */
    record Latest() implements From {}

    /** After this record. */
    record After(String sequence) implements From {}
  }

  /** An iterator is too old, or what it points to is no longer kept. */
  final class IteratorGone extends IOException {

    private static final long serialVersionUID = 1L;

    /** Says what the stream said. */
    public IteratorGone(IOException cause) {
      super(cause);
    }
  }
}
