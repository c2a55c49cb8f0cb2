package parley.messages;

import static software.amazon.awssdk.services.dynamodb.model.AttributeValue.fromN;
import static software.amazon.awssdk.services.dynamodb.model.AttributeValue.fromS;

import java.time.Instant;
import java.util.Map;
import software.amazon.awssdk.services.dynamodb.DynamoDbClient;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;
import software.amazon.awssdk.services.dynamodb.model.ConditionalCheckFailedException;
import software.amazon.awssdk.services.dynamodb.model.ReturnValuesOnConditionCheckFailure;

/** The posts in DynamoDB: one item a post, which is written once and expires. */
final class DynamoPosts implements Posts {

  private final DynamoDbClient dynamo;
  private final String table;

  DynamoPosts(DynamoDbClient dynamo, String table) {
    this.dynamo = dynamo;
    this.table = table;
  }

  @Override
  public Post first(Post post) {
    try {
      put(post, "attribute_not_exists(post)");
      return post;
    } catch (ConditionalCheckFailedException e) {
      return post(e.item());
    }
  }

  /** Writes as {@link #first} does and never succeeds: the first work of a function to be. */
  void rehearse(Post post) {
    try {
      put(post, "attribute_not_exists(post) and attribute_exists(post)");
    } catch (ConditionalCheckFailedException expected) {
      // Nothing is there to be found, and nothing was written.
    }
  }

  private void put(Post post, String condition) {
    dynamo.putItem(
        put ->
            put.tableName(table)
                .item(item(post))
                .conditionExpression(condition)
                .returnValuesOnConditionCheckFailure(ReturnValuesOnConditionCheckFailure.ALL_OLD));
  }

  private static Map<String, AttributeValue> item(Post post) {
    return Map.of(
        "post", fromS(post.id()),
        "room", fromS(post.room()),
        "after", fromN(Long.toString(post.after())),
        "expires", fromN(Long.toString(post.expires().getEpochSecond())));
  }

  private static Post post(Map<String, AttributeValue> item) {
    return new Post(
        item.get("post").s(),
        item.get("room").s(),
        Long.parseLong(item.get("after").n()),
        Instant.ofEpochSecond(Long.parseLong(item.get("expires").n())));
  }
}
