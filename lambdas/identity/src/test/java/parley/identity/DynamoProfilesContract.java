package parley.identity;

import software.amazon.awssdk.services.dynamodb.DynamoDbClient;

/** Holds the store of profiles in DynamoDB against its contract. */
public abstract class DynamoProfilesContract extends ProfilesContract {

  /** Where tables may be made. */
  protected abstract DynamoDbClient client();

  @Override
  Profiles profiles() {
    return new DynamoProfiles(client(), DynamoIdentityTables.make(client(), "user"));
  }
}
