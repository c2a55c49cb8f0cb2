package parley.messages;

import java.util.ArrayList;
import java.util.List;
import software.amazon.awssdk.core.SdkRequest;
import software.amazon.awssdk.core.interceptor.Context;
import software.amazon.awssdk.core.interceptor.ExecutionAttributes;
import software.amazon.awssdk.core.interceptor.ExecutionInterceptor;
import software.amazon.awssdk.services.dynamodb.model.GetItemRequest;
import software.amazon.awssdk.services.dynamodb.model.GetItemResponse;
import software.amazon.awssdk.services.dynamodb.model.PutItemRequest;
import software.amazon.awssdk.services.dynamodb.model.PutItemResponse;
import software.amazon.awssdk.services.dynamodb.model.QueryRequest;
import software.amazon.awssdk.services.dynamodb.model.QueryResponse;
import software.amazon.awssdk.services.dynamodb.model.ReturnConsumedCapacity;

/**
 * Notes what each call of a client costs, by DynamoDB's own account; refuses calls it has not
 * learnt.
 */
final class ConsumedCapacityMeter implements ExecutionInterceptor {

  /** One call: its name, and the units that it took. */
  record Call(String name, double units) {}

  final List<Call> calls = new ArrayList<>();

  @Override
  public SdkRequest modifyRequest(
      Context.ModifyRequest context, ExecutionAttributes executionAttributes) {
    var total = ReturnConsumedCapacity.TOTAL;
    return switch (context.request()) {
      case QueryRequest query -> query.toBuilder().returnConsumedCapacity(total).build();
      case GetItemRequest get -> get.toBuilder().returnConsumedCapacity(total).build();
      case PutItemRequest put -> put.toBuilder().returnConsumedCapacity(total).build();
      case SdkRequest other -> throw new AssertionError("not a call of a send: " + other);
    };
  }

  @Override
  public void afterExecution(
      Context.AfterExecution context, ExecutionAttributes executionAttributes) {
    var capacity =
        switch (context.response()) {
          case QueryResponse query -> query.consumedCapacity();
          case GetItemResponse get -> get.consumedCapacity();
          case PutItemResponse put -> put.consumedCapacity();
          case Object other -> throw new AssertionError("not an answer of a send: " + other);
        };
    var name = context.request().getClass().getSimpleName().replace("Request", "");
    calls.add(new Call(name, capacity.capacityUnits()));
  }
}
