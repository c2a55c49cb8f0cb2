package parley.local.faults;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.Map;
import parley.local.aws.AwsAnswer;

/** What services of AWS say when they cannot, in their words and with their status. */
final class ErrorAnswers {

  private static final ObjectMapper JSON = new ObjectMapper();
  private static final String DYNAMO = "com.amazonaws.dynamodb.v20120810#";

  private ErrorAnswers() {}

  static AwsAnswer throttled(String service) {
    return switch (service) {
      case "dynamodb" ->
          dynamo(
              400,
              "ProvisionedThroughputExceededException",
              "The level of configured provisioned throughput for the table was exceeded.");
      case "execute-api" -> AwsAnswer.error(429, "LimitExceededException", "Too Many Requests");
      default -> AwsAnswer.error(429, "TooManyRequestsException", "Rate Exceeded.");
    };
  }

  static AwsAnswer failed(String service) {
    return switch (service) {
      case "dynamodb" ->
          dynamo(
              500,
              "InternalServerError",
              "The request processing has failed because of an unknown error");
      case "execute-api" ->
          AwsAnswer.error(500, "InternalServerErrorException", "Internal server error");
      default ->
          AwsAnswer.error(500, "ServiceException", "The service encountered an internal error.");
    };
  }

  static AwsAnswer gone() {
    return AwsAnswer.error(410, "GoneException", "Gone");
  }

  /** Another transaction is at one of the items: of a transaction, the first. */
  static AwsAnswer conflicting(String operation, byte[] input) {
    if (!operation.equals("TransactWriteItems")) {
      return dynamo(400, "TransactionConflictException", "Transaction is ongoing for the item");
    }
    var body = JSON.createObjectNode().put("__type", DYNAMO + "TransactionCanceledException");
    var reasons = body.putArray("CancellationReasons");
    reasons
        .addObject()
        .put("Code", "TransactionConflict")
        .put("Message", "Transaction is ongoing for the item");
    for (var others = items(input) - 1; others > 0; others--) {
      reasons.addObject().put("Code", "None");
    }
    return answer(
        400,
        body.put(
            "Message",
            "Transaction cancelled, please refer cancellation reasons for specific reasons"));
  }

  private static int items(byte[] input) {
    try {
      return JSON.readTree(input).path("TransactItems").size();
    } catch (java.io.IOException e) {
      return 1;
    }
  }

  private static AwsAnswer dynamo(int status, String type, String message) {
    return answer(
        status, JSON.createObjectNode().put("__type", DYNAMO + type).put("message", message));
  }

  private static AwsAnswer answer(int status, ObjectNode body) {
    return new AwsAnswer(
        status,
        Map.of("Content-Type", "application/x-amz-json-1.0"),
        body.toString().getBytes(java.nio.charset.StandardCharsets.UTF_8));
  }
}
