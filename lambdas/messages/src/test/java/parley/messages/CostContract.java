package parley.messages;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.time.Clock;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import parley.kernel.Caller;
import parley.kernel.Json;
import parley.kernel.Request;
import software.amazon.awssdk.core.interceptor.ExecutionInterceptor;
import software.amazon.awssdk.services.dynamodb.DynamoDbClient;

/** What a message costs in DynamoDB's units. */
public abstract class CostContract {

  /** A contract without a DynamoDB. */
  protected CostContract() {}

  /** A client whose calls that interceptor sees. */
  protected abstract DynamoDbClient client(ExecutionInterceptor watcher);

  /** A table with the keys of Messages; may hold anything. */
  protected abstract String messages();

  /** A table with the keys of Participants; may hold anything. */
  protected abstract String participants();

  @Test
  public void aMessageTakesOneWriteUnitAndTwoReadUnits() {
    var meter = new ConsumedCapacityMeter();
    var dynamo = client(meter);
    var log = new DynamoLog(dynamo, messages());
    var participants = new DynamoParticipants(dynamo, participants(), _ -> {});
    var room = UUID.randomUUID().toString();
    var append = new Append(log, Clock.systemUTC(), _ -> {}, Append.MOST_BEHIND);
    new ChangeMembership(append, log, participants)
        .handle(
            Request.inside(
                "",
                Json.object()
                    .put("room", room)
                    .put("user", "ada")
                    .put("change", "joined")
                    .put("role", "owner")
                    .put("by", "ada")
                    .put("changeId", "c1")));
    var send = new SendMessage(append, new Rights(participants, log));
    assertThat(send.handle(message(room, 1)).status()).isEqualTo(201);
    meter.calls.clear();
    assertThat(send.handle(message(room, 2)).status()).isEqualTo(201);
    assertThat(meter.calls)
        .containsExactly(
            new ConsumedCapacityMeter.Call("Query", 1),
            new ConsumedCapacityMeter.Call("GetItem", 1),
            new ConsumedCapacityMeter.Call("PutItem", 1));
  }

  private static Request message(String room, long after) {
    ObjectNode body =
        Json.object()
            .put("room", room)
            .put("clientId", UUID.randomUUID().toString())
            .put("after", after)
            .put("text", "what are we going to have for lunch today?");
    return new Request("1", Caller.user("ada"), Json.object(), body);
  }
}
