package parley.infra.platform;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import software.amazon.awscdk.services.dynamodb.Attribute;
import software.amazon.awscdk.services.dynamodb.AttributeType;
import software.amazon.awscdk.services.dynamodb.GlobalSecondaryIndexPropsV2;
import software.amazon.awscdk.services.dynamodb.ProjectionType;
import software.amazon.awscdk.services.dynamodb.StreamViewType;

/**
 * A table's keys and what else sets it apart.
 *
 * @param partition the partition key
 * @param sort the sort key, if any
 * @param indexes global secondary indexes
 * @param expiry the attribute with the second of the epoch after which an item may go
 * @param stream what its stream tells
 * @param keep true where deletion is prevented, and the past can be restored
 */
public record TableShape(
    Attribute partition,
    Optional<Attribute> sort,
    List<GlobalSecondaryIndexPropsV2> indexes,
    Optional<String> expiry,
    Optional<StreamViewType> stream,
    boolean keep) {

  /** What people wrote, kept as the customer's settings say. */
  public static TableShape lasting(boolean keep, Attribute partition) {
    return new TableShape(
        partition, Optional.empty(), List.of(), Optional.empty(), Optional.empty(), keep);
  }

  /** What passes by itself: nothing is lost with it, and it expires. */
  public static TableShape passing(String expiry, Attribute partition) {
    return new TableShape(
        partition, Optional.empty(), List.of(), Optional.of(expiry), Optional.empty(), false);
  }

  /** With a sort key. */
  public TableShape sortedBy(Attribute key) {
    return new TableShape(partition, Optional.of(key), indexes, expiry, stream, keep);
  }

  /** With items of which some expire. */
  public TableShape expiring(String expiry) {
    return new TableShape(partition, sort, indexes, Optional.of(expiry), stream, keep);
  }

  /** With a stream of new images. */
  public TableShape streamed() {
    return new TableShape(
        partition, sort, indexes, expiry, Optional.of(StreamViewType.NEW_IMAGE), keep);
  }

  /** With an index of all attributes. */
  public TableShape indexed(String name, Attribute partition, Attribute sort) {
    return index(name, partition, sort, ProjectionType.ALL);
  }

  /** With an index of the keys alone. */
  public TableShape indexedKeys(String name, Attribute partition, Attribute sort) {
    return index(name, partition, sort, ProjectionType.KEYS_ONLY);
  }

  /** An attribute that holds text. */
  public static Attribute text(String name) {
    return Attribute.builder().name(name).type(AttributeType.STRING).build();
  }

  /** An attribute that holds a number. */
  public static Attribute number(String name) {
    return Attribute.builder().name(name).type(AttributeType.NUMBER).build();
  }

  private TableShape index(String name, Attribute key, Attribute order, ProjectionType projection) {
    var more = new ArrayList<>(indexes);
    more.add(
        GlobalSecondaryIndexPropsV2.builder()
            .indexName(name)
            .partitionKey(key)
            .sortKey(order)
            .projectionType(projection)
            .build());
    return new TableShape(partition, sort, List.copyOf(more), expiry, stream, keep);
  }
}
