package parley.infra.platform;

import java.util.List;
import java.util.Optional;
import software.amazon.awscdk.Duration;
import software.amazon.awscdk.RemovalPolicy;
import software.amazon.awscdk.services.dynamodb.Billing;
import software.amazon.awscdk.services.dynamodb.PointInTimeRecoverySpecification;
import software.amazon.awscdk.services.dynamodb.TablePropsV2;
import software.amazon.awscdk.services.dynamodb.TableV2;
import software.constructs.Construct;

/** A table on demand, encrypted, without a physical name. */
public final class Table extends Construct {

  private final TableV2 table;

  /** Makes it. The id must never change once the table holds data: a new id is an empty table. */
  public Table(Construct scope, String id, TableShape shape) {
    super(scope, id);
    var props =
        TablePropsV2.builder()
            .partitionKey(shape.partition())
            .billing(Billing.onDemand())
            .globalSecondaryIndexes(shape.indexes())
            .deletionProtection(shape.keep())
            .pointInTimeRecoverySpecification(
                PointInTimeRecoverySpecification.builder()
                    .pointInTimeRecoveryEnabled(shape.keep())
                    .build())
            .removalPolicy(shape.keep() ? RemovalPolicy.RETAIN : RemovalPolicy.DESTROY);
    shape.sort().ifPresent(props::sortKey);
    shape.expiry().ifPresent(props::timeToLiveAttribute);
    shape.stream().ifPresent(props::dynamoStream);
    table = new TableV2(this, "Table", props.build());
  }

  /** The name that functions find in their environment. */
  public String name() {
    return table.getTableName();
  }

  /** Lets a function do something to the table's items. */
  public void allow(Function function, String... actions) {
    function.allow(dynamo(actions), table.getTableArn());
  }

  /** Lets a function query one index. */
  public void allowQuery(Function function, String index) {
    function.allow(dynamo("Query"), table.getTableArn() + "/index/" + index);
  }

  /** The stream of its new items. Only where the table's shape has one. */
  public Source newItems() {
    return new Source(
        table.getTableStreamArn(),
        dynamo("DescribeStream", "GetRecords", "GetShardIterator", "ListStreams"),
        Optional.of("{\"eventName\":[\"INSERT\"]}"),
        new Source.Batch(100, Optional.empty()),
        // With halving, enough to come from a full batch down to one item.
        new Source.Patience(10, Duration.hours(1)));
  }

  private static List<String> dynamo(String... actions) {
    return List.of(actions).stream().map(action -> "dynamodb:" + action).toList();
  }
}
