package parley.messages;

import software.amazon.awssdk.services.dynamodb.DynamoDbClient;

/** The contract of {@link DynamoParticipants}, for whoever has a DynamoDB at hand. */
public abstract class DynamoParticipantsContract extends ParticipantsContract {

  /** A contract without a DynamoDB. */
  protected DynamoParticipantsContract() {}

  /** A client of the DynamoDB to test against. */
  protected abstract DynamoDbClient client();

  /** A table with the keys of Participants; may hold anything. */
  protected abstract String table();

  @Override
  final Participants participants() {
    return new DynamoParticipants(client(), table(), _ -> {});
  }
}
