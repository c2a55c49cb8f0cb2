package parley.local.queue;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.Map;
import java.util.function.Function;
import parley.local.aws.AwsApi;
import parley.local.aws.AwsError;
import parley.local.aws.JsonApi;
import parley.local.aws.JsonApi.Operation;
import parley.local.iam.Access;
import parley.local.template.Names;

/** SQS' API for looking into a queue: finding it, receiving its messages and deleting them. */
public final class QueuesApi {

  private final Queues queues;
  private final Names names;
  private final Receiving receiving = new Receiving();

  private QueuesApi(Queues queues, Names names) {
    this.queues = queues;
    this.names = names;
  }

  /** The API of these queues. */
  public static AwsApi of(Queues queues, Names names) {
    var api = new QueuesApi(queues, names);
    return new JsonApi(
        new JsonApi.Service("sqs", "AmazonSQS", "1.0"),
        Map.of(
            "ListQueues",
            new Operation(input -> new Access("sqs:ListQueues", "*"), api::list),
            "GetQueueUrl",
            new Operation(
                input -> api.access("GetQueueUrl", input.path("QueueName").asText()), api::url),
            "GetQueueAttributes",
            new Operation(
                api.onQueue("GetQueueAttributes"),
                input -> QueueAttributes.of(api.queue(input), names, input)),
            "ReceiveMessage",
            new Operation(
                api.onQueue("ReceiveMessage"),
                input -> api.receiving.receive(api.queue(input), input)),
            "DeleteMessage",
            new Operation(api.onQueue("DeleteMessage"), api::delete)));
  }

  private Function<JsonNode, Access> onQueue(String action) {
    return input -> access(action, nameIn(input));
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

  private JsonNode delete(JsonNode input) throws AwsError {
    queue(input).delete(input.path("ReceiptHandle").asText());
    return JsonApi.object();
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
