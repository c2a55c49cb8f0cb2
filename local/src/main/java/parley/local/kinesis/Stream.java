package parley.local.kinesis;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.math.BigInteger;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;

/** A data stream, whose shards divide the hashes of keys evenly. Safe for many threads. */
final class Stream {

  private static final BigInteger HASHES = BigInteger.TWO.pow(128);

  private final Attributes attributes;
  private final Clock clock;
  private final List<Shard> shards;
  private long last;

  /**
   * What the template says of a stream.
   *
   * @param name its physical name
   * @param shards how many it has
   * @param retention how long a record is kept
   */
  record Attributes(String name, int shards, Duration retention) {}

  /** Where a record was put. */
  record Placed(String shard, String sequenceNumber) {}

  Stream(Attributes attributes, Path folder, Clock clock) {
    this.attributes = attributes;
    this.clock = clock;
    this.shards =
        IntStream.range(0, attributes.shards())
            .mapToObj(i -> shard(i, folder.resolve(attributes.name())))
            .toList();
    this.last = shards.stream().mapToLong(Shard::last).max().orElse(0);
  }

  Attributes attributes() {
    return attributes;
  }

  List<Shard> shards() {
    return shards;
  }

  /**
   * Puts a record; empty where its shard has taken as much in this second as it does.
   *
   * @param hash which shard, where that is said instead of being computed from the key
   * @param data in base64
   * @param bytes how many that are
   */
  synchronized Optional<Placed> put(
      String partitionKey, Optional<BigInteger> hash, String data, int bytes) {
    var shard = shardOf(hash.orElseGet(() -> md5(partitionKey)));
    if (!shard.admits(bytes + partitionKey.getBytes(UTF_8).length)) {
      return Optional.empty();
    }
    var record = new Record(++last, clock.millis(), partitionKey, data);
    shard.add(record);
    return Optional.of(new Placed(shard.id(), record.sequenceNumber()));
  }

  /** What follows a number in a shard. */
  synchronized List<Record> after(String shard, long number, int most) {
    return known(shard).after(number, most);
  }

  /** The last number of a shard. */
  synchronized long last(String shard) {
    return known(shard).last();
  }

  /** How many milliseconds the newest record of a shard came after the one of a number; 0 at it. */
  synchronized long behind(String shard, long number) {
    return known(shard).behind(number);
  }

  /** The last number of a shard before a time. */
  synchronized long before(String shard, long millis) {
    return known(shard).before(millis);
  }

  /** Whether it has a shard of that id. */
  boolean has(String shard) {
    return shards.stream().anyMatch(one -> one.id().equals(shard));
  }

  static boolean isHash(BigInteger number) {
    return number.signum() >= 0 && number.compareTo(HASHES) < 0;
  }

  private Shard known(String id) {
    return shards.stream()
        .filter(shard -> shard.id().equals(id))
        .findFirst()
        .orElseThrow(() -> new IllegalArgumentException("there is no shard " + id));
  }

  private Shard shardOf(BigInteger hash) {
    return shards.stream().filter(shard -> shard.takes(hash)).findFirst().orElseThrow();
  }

  private Shard shard(int index, Path folder) {
    var id = "shardId-%012d".formatted(index);
    return new Shard(
        id,
        begin(index),
        begin(index + 1).subtract(BigInteger.ONE),
        folder.resolve(id + ".jsonl"),
        attributes.retention(),
        clock);
  }

  private BigInteger begin(int index) {
    return HASHES
        .multiply(BigInteger.valueOf(index))
        .divide(BigInteger.valueOf(attributes.shards()));
  }

  private static BigInteger md5(String key) {
    try {
      return new BigInteger(1, MessageDigest.getInstance("MD5").digest(key.getBytes(UTF_8)));
    } catch (NoSuchAlgorithmException e) {
      throw new AssertionError("every Java has MD5", e);
    }
  }
}
