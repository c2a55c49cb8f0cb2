package parley.infra.addons;

import parley.infra.connections.Connections;
import parley.infra.platform.Foundation;

/**
 * What an add-on builds on.
 *
 * @param on what every service builds on too
 * @param connections who listens
 */
public record Services(Foundation on, Connections connections) {}
