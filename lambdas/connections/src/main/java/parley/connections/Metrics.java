package parley.connections;

import java.time.Instant;
import parley.kernel.Json;

/**
 * A delivery's figures, in CloudWatch's embedded metric format: a log line that becomes metrics.
 */
final class Metrics {

  private Metrics() {}

  /** One line for one batch, told apart from other deployments' by the function's name. */
  static String line(String function, Instant now, Deliver.Result result) {
    var line = Json.object();
    var aws = line.putObject("_aws").put("Timestamp", now.toEpochMilli());
    var metrics = aws.putArray("CloudWatchMetrics").addObject().put("Namespace", "Parley");
    metrics.putArray("Dimensions").addArray().add("FunctionName");
    var names = metrics.putArray("Metrics");
    line.put("FunctionName", function)
        .put("Entries", result.entries())
        .put("Frames", result.delivered().frames())
        .put("Gone", result.delivered().gone())
        .put("Failed", result.delivered().failed());
    for (var name : new String[] {"Entries", "Frames", "Gone", "Failed"}) {
      names.addObject().put("Name", name).put("Unit", "Count");
    }
    return Json.write(line);
  }
}
