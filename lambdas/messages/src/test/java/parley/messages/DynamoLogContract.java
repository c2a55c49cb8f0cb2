package parley.messages;

import software.amazon.awssdk.services.dynamodb.DynamoDbClient;

/** The contract of {@link DynamoLog}, for whoever has a DynamoDB at hand. */
public abstract class DynamoLogContract extends LogContract {

  /** A contract without a DynamoDB. */
  protected DynamoLogContract() {}

  /** A client of the DynamoDB to test against. */
  protected abstract DynamoDbClient client();

  /** A table with the keys of Messages; may hold anything. */
  protected abstract String table();

  @Override
  final Log log() {
    return new DynamoLog(client(), table());
  }
}
