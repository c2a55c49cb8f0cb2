package parley.local.lambda;

import java.nio.file.Path;
import java.time.Duration;
import java.util.Map;
import parley.local.iam.Principal;
import parley.local.template.Names;

/**
 * A function as the template declares it.
 *
 * @param id its logical id
 * @param name its physical name
 * @param arn its ARN, without a version
 * @param jar its code
 * @param handler the handler's class, with or without a method
 * @param memoryMegabytes the largest heap
 * @param timeout for one invocation
 * @param environments the most that run at once
 * @param variables its environment variables
 * @param session of its role, as which it calls AWS
 * @param logGroup the name of the group that its log goes to
 */
record Function(
    String id,
    String name,
    String arn,
    Path jar,
    String handler,
    int memoryMegabytes,
    Duration timeout,
    int environments,
    Map<String, String> variables,
    Principal.RoleSession session,
    String logGroup) {

  /** Its log stream's ARN. */
  String logStream(Names names) {
    return names.arn("logs", "log-group:%s:log-stream:%s".formatted(logGroup, id));
  }
}
