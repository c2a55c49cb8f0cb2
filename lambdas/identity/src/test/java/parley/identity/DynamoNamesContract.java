package parley.identity;

import software.amazon.awssdk.services.dynamodb.DynamoDbClient;

/** Holds the store of names in DynamoDB against its contract. */
public abstract class DynamoNamesContract extends NamesContract {

  /** Where tables may be made. */
  protected abstract DynamoDbClient client();

  @Override
  Names names() {
    return new DynamoNames(client(), DynamoIdentityTables.make(client(), "directory", "entry"));
  }
}
