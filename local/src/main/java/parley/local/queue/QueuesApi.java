package parley.local.queue;

import static java.util.Map.entry;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.Map;
import parley.local.aws.AwsApi;
import parley.local.aws.AwsError;
import parley.local.aws.JsonApi;
import parley.local.aws.JsonApi.Operation;
import parley.local.iam.Access;
import parley.local.template.Names;

/** SQS' API: finding queues, sending to them, and receiving from them. */
public final class QueuesApi {

  private final Queues queues;
  private final Names names;

  private QueuesApi(Queues queues, Names names) {
    this.queues = queues;
    this.names = names;
  }

  /** The API of these queues. */
  public static AwsApi of(Queues queues, Names names) {
    var api = new QueuesApi(queues, names);
    return new JsonApi(
        new JsonApi.Service("sqs", "AmazonSQS", "1.0"),
        Map.ofEntries(
            entry(
                "ListQueues", new Operation(input -> new Access("sqs:ListQueues", "*"), api::list)),
            entry(
                "GetQueueUrl",
                new Operation(
                    input -> api.access("GetQueueUrl", input.path("QueueName").asText()),
                    api::url)),
            api.on("GetQueueAttributes", (queue, input) -> QueueAttributes.of(queue, names, input)),
            api.on("SendMessage", Sending::send),
            api.on("SendMessageBatch", Sending::batch),
            api.on(
                "ReceiveMessage",
                (queue, input) -> Receiving.receive(queue, input, names.account())),
            api.on("DeleteMessage", Receiving::delete),
            api.on("DeleteMessageBatch", each(Receiving::delete)),
            api.on("ChangeMessageVisibility", Receiving::hide),
            api.on("ChangeMessageVisibilityBatch", each(Receiving::hide))));
  }

  /** What an operation on a queue does. */
  @FunctionalInterface
  private interface OnQueue {
    JsonNode of(Queue queue, JsonNode input) throws AwsError, InterruptedException;
  }

  /** What an operation does with one entry of a batch. */
  @FunctionalInterface
  private interface OnEntry {
    ObjectNode of(Queue queue, JsonNode entry) throws AwsError;
  }

  private static OnQueue each(OnEntry one) {
    return (queue, input) -> Input.each(input, entry -> one.of(queue, entry));
  }

  /** A batch needs what one of it needs. */
  private Map.Entry<String, Operation> on(String operation, OnQueue output) {
    var action = operation.replaceFirst("Batch$", "");
    return entry(
        operation,
        new Operation(
            input -> access(action, nameIn(input)), input -> output.of(queue(input), input)));
  }

  private Access access(String action, String name) {
    return new Access("sqs:" + action, names.arn("sqs", name));
  }

  private JsonNode list(JsonNode input) {
    var prefix = input.path("QueueNamePrefix").asText();
    var output = JsonApi.object();
    var urls = output.putArray("QueueUrls");
    queues.all().stream()
        .map(queue -> queue.attributes().name())
        .filter(name -> name.startsWith(prefix))
        .forEach(name -> urls.add(url(name)));
    return output;
  }

  private JsonNode url(JsonNode input) throws AwsError {
    var queue = named(input.path("QueueName").asText());
    return JsonApi.object().put("QueueUrl", url(queue.attributes().name()));
  }

  /** Where the twin answers, and not where AWS would: some clients send to a queue's own URL. */
  private String url(String name) {
    return "%s/%s/%s".formatted(names.aws(), names.account(), name);
  }

  private Queue queue(JsonNode input) throws AwsError {
    return named(nameIn(input));
  }

  private Queue named(String name) throws AwsError {
    return queues
        .find(name)
        .orElseThrow(
            () ->
                new AwsError(
                    "com.amazonaws.sqs#QueueDoesNotExist", "The specified queue does not exist."));
  }

  /** The template's URL of a queue, at AWS, names it as well. */
  private static String nameIn(JsonNode input) {
    var url = input.path("QueueUrl").asText();
    return url.substring(url.lastIndexOf('/') + 1);
  }
}
