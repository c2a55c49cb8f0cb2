package parley.rooms;

import parley.rooms.RoomsContract.Stores;
import software.amazon.awssdk.services.dynamodb.DynamoDbClient;

/** Holds the stores in DynamoDB against the contract of members. */
public abstract class DynamoMembersContract extends MembersContract {

  /** Where tables may be made. */
  protected abstract DynamoDbClient client();

  @Override
  Stores stores() {
    return DynamoRoomsTables.stores(client());
  }
}
