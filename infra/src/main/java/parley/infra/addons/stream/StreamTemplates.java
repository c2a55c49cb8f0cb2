package parley.infra.addons.stream;

import parley.infra.platform.Problem;

/**
 * The mapping templates between HTTP and Kinesis. A record is base64 of {@code {version, user,
 * received, event}}: who sent it and when are API Gateway's words, and only the event is the
 * client's. A user's events are in one shard, and so in their order.
 *
 * @param stream the stream's name
 */
record StreamTemplates(String stream) {

  private static final String QUOTE = "#set($q = '\"')\n";

  /** What Kinesis says when a shard has taken as much as it does in a second. */
  private static final String BUSY = "ProvisionedThroughputExceededException";

  /** From one event to PutRecord's input. */
  String event() {
    return QUOTE
        + record("$input.json('$')")
        + """
        {"StreamName": "%s", %s}
        """
            .formatted(stream, put());
  }

  /** From {@code {events}} to PutRecords' input. */
  String events() {
    return QUOTE
        + """
        {"StreamName": "%s", "Records": [
        #foreach($one in $input.path('$.events'))
        #set($at = "$.events[$foreach.index]")
        """
            .formatted(stream)
        + record("$input.json($at)")
        + """
        {%s}#if($foreach.hasNext),#end
        #end
        ]}
        """
            .formatted(put());
  }

  /** The one event was taken. */
  static String taken() {
    return "{\"again\": []}";
  }

  /** The events that were not taken, by their places in the request: to be sent again. */
  static String takenOf() {
    return """
    #set($comma = "")
    {"again": [#foreach($one in $input.path('$.Records'))#if("$!one.ErrorCode" != "")$comma$foreach.index#set($comma = ", ")#end#end]}
    """;
  }

  /** Why nothing was taken. */
  static String refusal() {
    return """
    #set($type = "$!input.path('$.__type')")
    #if($type.contains("%s"))
    #set($context.responseOverride.status = 429)
    %s
    #elseif($type.contains("ValidationException") || $type.contains("InvalidArgumentException"))
    #set($context.responseOverride.status = 413)
    %s
    #else
    #set($context.responseOverride.status = 500)
    %s
    #end
    """
        .formatted(
            BUSY,
            new Problem(429, "too-many-requests", "\"wait a moment, and try again\"").json(),
            new Problem(413, "invalid-input", "\"an event is larger than 1 MB, or all than 5 MB\"")
                .json(),
            Problem.INTERNAL_ERROR.json());
  }

  private static String record(String event) {
    return """
    #set($record = "{${q}version${q}:1,${q}user${q}:${q}$context.authorizer.claims.sub${q},${q}received${q}:$context.requestTimeEpoch,${q}event${q}:%s}")
    """
        .formatted(event);
  }

  private static String put() {
    return "\"PartitionKey\": \"$context.authorizer.claims.sub\", \"Data\": \"$util.base64Encode($record)\"";
  }
}
