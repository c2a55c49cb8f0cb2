package parley.infra.addons;

import parley.infra.connections.Connections;
import parley.infra.events.Events;
import parley.infra.identity.Identity;
import parley.infra.messages.Messages;
import parley.infra.platform.Foundation;
import parley.infra.platform.Watch;
import parley.infra.rooms.Rooms;
import software.amazon.awscdk.Stack;

/**
 * What an add-on builds on.
 *
 * @param instance the instance's stack: what people see is named after it, and has its outputs
 * @param on what every service builds on too
 * @param origin the site's, under which outside parties reach {@code /api}
 * @param identity who people are
 * @param rooms who is in which room
 * @param messages what is written there
 * @param connections who listens
 * @param events what happens in rooms
 * @param watch hears what is the matter
 */
public record Services(
    Stack instance,
    Foundation on,
    String origin,
    Identity identity,
    Rooms rooms,
    Messages messages,
    Connections connections,
    Events events,
    Watch watch) {}
