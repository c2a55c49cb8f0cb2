package parley.connections;

import java.time.Instant;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;

/** Values as DynamoDB holds them. */
final class Attributes {

  private Attributes() {}

  static AttributeValue text(String text) {
    return AttributeValue.fromS(text);
  }

  /** Seconds since 1970: what a table's TTL reads, and what numbers compare as. */
  static AttributeValue seconds(Instant time) {
    return AttributeValue.fromN(Long.toString(time.getEpochSecond()));
  }

  /** Milliseconds since 1970. */
  static AttributeValue millis(Instant time) {
    return AttributeValue.fromN(Long.toString(time.toEpochMilli()));
  }
}
