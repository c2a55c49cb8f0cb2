/** Sockets: tickets, subscriptions and the delivery of entries. */
@NullMarked
package parley.infra.connections;

import org.jspecify.annotations.NullMarked;
