package parley.connections;

/** A connection that hears, or asked to hear, a room. */
record Subscription(String room, Connection listener) {}
