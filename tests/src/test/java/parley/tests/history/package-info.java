/**
 * The record of what clients did and saw, a right client's model, and the checker that holds the
 * record against the logs.
 *
 * <p>It knows the API's words and no transport: whoever runs clients, over sockets or in memory,
 * records here. A run goes so: each {@link parley.tests.history.Client} has a {@link
 * parley.tests.history.Reader} and both note into one {@link parley.tests.history.History}; when
 * all is at rest, {@link parley.tests.history.Checker} gets the history, the rooms' logs and what
 * each client shows.
 */
@NullMarked
package parley.tests.history;

import org.jspecify.annotations.NullMarked;
