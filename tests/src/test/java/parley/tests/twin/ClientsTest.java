package parley.tests.twin;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import software.amazon.awssdk.auth.credentials.AwsBasicCredentials;
import software.amazon.awssdk.auth.credentials.StaticCredentialsProvider;
import software.amazon.awssdk.core.SdkBytes;
import software.amazon.awssdk.regions.Region;
import software.amazon.awssdk.services.cloudwatchlogs.CloudWatchLogsClient;
import software.amazon.awssdk.services.cloudwatchlogs.model.FilteredLogEvent;
import software.amazon.awssdk.services.dynamodb.DynamoDbClient;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;
import software.amazon.awssdk.services.dynamodb.streams.DynamoDbStreamsClient;
import software.amazon.awssdk.services.lambda.LambdaClient;
import software.amazon.awssdk.services.lambda.model.FunctionConfiguration;
import software.amazon.awssdk.services.sqs.SqsClient;
import software.amazon.awssdk.services.sqs.model.QueueAttributeName;
import software.amazon.awssdk.services.sts.StsClient;
import software.amazon.awssdk.services.sts.model.StsException;

/** AWS's own clients, by the profile that the twin wrote for the person who runs it. */
class ClientsTest {

  private final URI site = RunningTwin.site();
  private final Person ada = Person.named(site, "ada");

  @Test
  void theDeveloperIsAUserOfTheStacksAccount() {
    try (var sts = Profile.client(StsClient.builder())) {
      assertThat(sts.getCallerIdentity().arn())
          .isEqualTo("arn:aws:iam::000000000000:user/developer");
    }
  }

  @Test
  void whatAPersonWroteIsFoundInItsTableAndInTheTablesStream() {
    var room = ada.newRoom("private");
    var seq = ada.say(room, ada.tail(room), "found by a client").text("seq");

    try (var dynamo = Profile.client(DynamoDbClient.builder());
        var streams = Profile.client(DynamoDbStreamsClient.builder())) {
      var table = table(dynamo, "MessagesTable");
      var item =
          dynamo.getItem(
              get ->
                  get.tableName(table)
                      .key(
                          Map.of(
                              "room",
                              AttributeValue.fromS(room),
                              "seq",
                              AttributeValue.fromN(seq))));
      assertThat(item.item().toString()).contains("found by a client");

      var stream = dynamo.describeTable(of -> of.tableName(table)).table().latestStreamArn();
      assertThat(stream).startsWith("arn:aws:dynamodb:us-east-1:000000000000:table/" + table);
      assertThat(records(streams, stream)).anyMatch(record -> record.contains("found by a client"));
    }
  }

  @Test
  void aFunctionIsFoundAndInvoked() {
    try (var lambda = Profile.client(LambdaClient.builder())) {
      var function = function(lambda, "FindPeople");
      assertThat(function.handler()).isEqualTo("parley.identity.FindPeopleHandler");
      assertThat(
              lambda.getFunction(get -> get.functionName(function.functionName())).configuration())
          .isEqualTo(function);

      var answer =
          lambda.invoke(
              call ->
                  call.functionName(function.functionArn()).payload(SdkBytes.fromUtf8String("{}")));

      assertThat(answer.statusCode()).isEqualTo(200);
      assertThat(answer.payload().asUtf8String()).contains("invalid-input");
    }
  }

  @Test
  void whatAFunctionWroteIsInItsLog() {
    var room = ada.newRoom("private");
    ada.say(room, ada.tail(room), "to be delivered");

    try (var lambda = Profile.client(LambdaClient.builder());
        var logs = Profile.client(CloudWatchLogsClient.builder())) {
      var group = function(lambda, "ConnectionsDeliverFunction").loggingConfig().logGroup();
      assertThat(logs.describeLogGroups(of -> of.logGroupNamePrefix(group)).logGroups())
          .singleElement()
          .satisfies(found -> assertThat(found.retentionInDays()).isEqualTo(7));

      var event = awaitEvent(logs, group);
      var stream = logs.describeLogStreams(of -> of.logGroupName(group)).logStreams().getFirst();
      assertThat(event.logStreamName()).isEqualTo(stream.logStreamName());
      assertThat(
              logs.getLogEvents(
                      get -> get.logGroupName(group).logStreamName(stream.logStreamName()))
                  .events())
          .anyMatch(line -> line.message().equals(event.message()));
    }
  }

  @Test
  void theQueueOfWhatWasGivenUpIsEmpty() {
    try (var queues = Profile.client(SqsClient.builder())) {
      var url = queues.listQueues().queueUrls().getFirst();
      var attributes =
          queues.getQueueAttributes(
              get -> get.queueUrl(url).attributeNames(QueueAttributeName.ALL));

      assertThat(queues.receiveMessage(receive -> receive.queueUrl(url)).messages()).isEmpty();
      assertThat(attributes.attributes())
          .containsEntry(QueueAttributeName.APPROXIMATE_NUMBER_OF_MESSAGES, "0");
    }
  }

  @Test
  void whoHasNotTheSecretIsRefused() {
    var guessed = AwsBasicCredentials.create("AKIAGUESSED", "guessed");
    try (var sts =
        StsClient.builder()
            .endpointOverride(aws())
            .region(Region.US_EAST_1)
            .credentialsProvider(StaticCredentialsProvider.create(guessed))
            .build()) {
      assertThatThrownBy(sts::getCallerIdentity)
          .isInstanceOfSatisfying(
              StsException.class, e -> assertThat(e.statusCode()).isEqualTo(403));
    }
  }

  @Test
  void aPageInTheBrowserCannotCallIt() throws Exception {
    var page =
        HttpRequest.newBuilder(aws())
            .header("Origin", site.toString())
            .header("X-Amz-Target", "DynamoDB_20120810.ListTables")
            .POST(HttpRequest.BodyPublishers.ofString("{}"))
            .build();

    var answer = HttpClient.newHttpClient().send(page, BodyHandlers.ofString());

    assertThat(answer.statusCode()).isEqualTo(403);
    assertThat(answer.headers().map()).doesNotContainKey("access-control-allow-origin");
  }

  private URI aws() {
    return URI.create("http://localhost:" + (site.getPort() + 2));
  }

  private static String table(DynamoDbClient dynamo, String part) {
    return dynamo.listTables().tableNames().stream()
        .filter(name -> name.contains("-" + part))
        .findFirst()
        .orElseThrow();
  }

  private static FunctionConfiguration function(LambdaClient lambda, String part) {
    return lambda.listFunctionsPaginator().functions().stream()
        .filter(function -> function.functionName().contains(part))
        .findFirst()
        .orElseThrow();
  }

  private static List<String> records(DynamoDbStreamsClient streams, String arn) {
    return streams.describeStream(of -> of.streamArn(arn)).streamDescription().shards().stream()
        .map(
            shard ->
                streams
                    .getShardIterator(
                        get ->
                            get.streamArn(arn)
                                .shardId(shard.shardId())
                                .shardIteratorType("TRIM_HORIZON"))
                    .shardIterator())
        .flatMap(
            iterator -> streams.getRecords(get -> get.shardIterator(iterator)).records().stream())
        .map(Object::toString)
        .toList();
  }

  private static FilteredLogEvent awaitEvent(CloudWatchLogsClient logs, String group) {
    return Patience.await("something in " + group, () -> event(logs, group));
  }

  private static Optional<FilteredLogEvent> event(CloudWatchLogsClient logs, String group) {
    var streams = logs.describeLogStreams(of -> of.logGroupName(group)).logStreams();
    return streams.isEmpty()
        ? Optional.empty()
        : logs
            .filterLogEvents(get -> get.logGroupName(group).filterPattern("Frames -nonsense"))
            .events()
            .stream()
            .findFirst();
  }
}
