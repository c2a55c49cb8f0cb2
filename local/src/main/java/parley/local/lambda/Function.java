package parley.local.lambda;

import java.nio.file.Path;
import java.time.Duration;
import java.util.Map;

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
    Map<String, String> variables) {}
