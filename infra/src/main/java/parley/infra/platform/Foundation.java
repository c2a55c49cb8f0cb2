package parley.infra.platform;

import parley.infra.config.Settings;

/**
 * What every service's construct builds on.
 *
 * @param settings the customer's
 * @param artifacts what was built
 * @param rest where services put their routes
 * @param socket where services put their actions
 */
public record Foundation(Settings settings, Artifacts artifacts, Rest rest, Socket socket) {}
