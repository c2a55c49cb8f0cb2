package parley.local.dynamo;

import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Set;
import java.util.zip.CRC32;
import parley.local.template.Names;

/**
 * Region and account in DynamoDB Local's answers, which are its own: the twin's for whoever calls.
 * A stream keeps the label that DynamoDB Local gave it.
 */
final class LocalArns {

  private static final String LOCAL = "arn:aws:dynamodb:ddblocal:000000000000:";
  private static final String LOCAL_REGION = "\"awsRegion\":\"ddblocal\"";

  /** What reads and writes items is passed on as it is: no part of an item is to be touched. */
  private static final Set<String> OF_ITEMS =
      Set.of(
          "BatchExecuteStatement",
          "BatchGetItem",
          "BatchWriteItem",
          "DeleteItem",
          "ExecuteStatement",
          "ExecuteTransaction",
          "GetItem",
          "PutItem",
          "Query",
          "Scan",
          "TransactGetItems",
          "TransactWriteItems",
          "UpdateItem");

  private final String own;
  private final String ownRegion;

  LocalArns(Names names) {
    own = names.arn("dynamodb", "");
    ownRegion = "\"awsRegion\":\"%s\"".formatted(names.region());
  }

  /** Whether an operation's input or output names tables or streams by their ARNs. */
  static boolean concern(String target) {
    return !OF_ITEMS.contains(target.substring(target.indexOf('.') + 1));
  }

  byte[] toLocal(byte[] body) {
    return replace(body, List.of(own, LOCAL));
  }

  byte[] fromLocal(byte[] body) {
    return replace(body, List.of(LOCAL, own, LOCAL_REGION, ownRegion));
  }

  /** What DynamoDB's clients check an answer by. */
  static String checksum(byte[] body) {
    var crc = new CRC32();
    crc.update(body);
    return Long.toString(crc.getValue());
  }

  private static byte[] replace(byte[] body, List<String> pairs) {
    var text = new String(body, StandardCharsets.UTF_8);
    for (var i = 0; i < pairs.size(); i += 2) {
      text = text.replace(pairs.get(i), pairs.get(i + 1));
    }
    return text.getBytes(StandardCharsets.UTF_8);
  }
}
