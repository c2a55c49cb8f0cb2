package parley.addons.panic;

import java.time.Clock;
import software.amazon.awssdk.services.dynamodb.DynamoDbClient;

/** The contract, against a table. */
public abstract class DynamoAlarmsContract extends AlarmsContract {

  /** A contract without a table. */
  protected DynamoAlarmsContract() {}

  /** Whom to ask. */
  protected abstract DynamoDbClient client();

  /** The name of a table whose partition key is {@code alarm}. */
  protected abstract String table();

  @Override
  final Alarms alarms() {
    return new DynamoAlarms(client(), table(), Clock.systemUTC());
  }
}
