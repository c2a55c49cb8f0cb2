/**
 * Who listens, and how what was said reaches them: tickets that open a socket, the sockets there
 * are, the rooms that each one hears, and the delivery of the log's new entries to them.
 *
 * <p>It ends at membership, which {@code rooms} decides and this service asks for, and at the log,
 * of which it sees the stream's images alone. Nothing here is history: a socket that missed an
 * entry asks {@code messages} for it.
 *
 * <p>The life of a subscription's row, which is what a listener hears by:
 *
 * <pre>
 *           open              activate, if the same opening is there
 *   (none) ──────► pending ────────────────────────────────────────► active ──► Deliver reads it
 *      ▲              │  not a member                                   │
 *      └──────────────┴───────────── Revoke, Disconnect, 410, TTL ◄─────┘
 * </pre>
 */
@NullMarked
package parley.connections;

import org.jspecify.annotations.NullMarked;
