package parley.addons.sms;

import java.time.Instant;
import parley.kernel.Json;

/** Figures in CloudWatch's embedded metric format: a log line that becomes metrics. */
final class Metrics {

  private Metrics() {}

  /** So much of something; told apart from other deployments' by the function's name. */
  static String line(String function, Instant now, String name, double value) {
    var line = Json.object();
    var aws = line.putObject("_aws").put("Timestamp", now.toEpochMilli());
    var metrics = aws.putArray("CloudWatchMetrics").addObject().put("Namespace", "Parley");
    metrics.putArray("Dimensions").addArray().add("FunctionName");
    metrics.putArray("Metrics").addObject().put("Name", "Sms" + name).put("Unit", "None");
    line.put("FunctionName", function).put("Sms" + name, value);
    return Json.write(line);
  }
}
