package parley.infra.platform;

import parley.infra.config.Data;
import parley.infra.config.Logs;

/**
 * What every service's construct builds on.
 *
 * @param data what happens to the customer's data
 * @param logs the functions' logs
 * @param artifacts what was built
 * @param rest where services put their routes
 * @param socket where services put their actions
 */
public record Foundation(Data data, Logs logs, Artifacts artifacts, Rest rest, Socket socket) {}
