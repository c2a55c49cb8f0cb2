package parley.infra.addons;

import parley.infra.connections.Connections;
import parley.infra.events.Events;
import parley.infra.platform.Foundation;
import parley.infra.platform.Watch;

/**
 * What an add-on builds on.
 *
 * @param on what every service builds on too
 * @param connections who listens
 * @param events what happens in rooms
 * @param watch hears what is the matter
 */
public record Services(Foundation on, Connections connections, Events events, Watch watch) {}
