package parley.infra.platform;

import software.amazon.awscdk.Duration;
import software.amazon.awscdk.services.lambda.Code;

/**
 * What tells one function from another.
 *
 * @param code the service's jar
 * @param handler the handler class's full name
 * @param timeout how long one invocation may take
 * @param memory in MB; CPU is given in proportion
 * @param retentionDays how long its log is kept
 */
record FunctionProps(Code code, String handler, Duration timeout, int memory, int retentionDays) {}
