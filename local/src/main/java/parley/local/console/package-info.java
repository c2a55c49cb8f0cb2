/**
 * The twin's console: a page, on loopback, that shows what happens and why something was refused.
 *
 * <p>It only reads, but for what a person makes an outside party do. {@link Api} answers these with
 * JSON:
 *
 * <ul>
 *   <li>{@code GET /api/stack}: names, and the ids of what there is
 *   <li>{@code GET /api/requests}: the latest requests, the newest first; {@code /api/requests/ID}:
 *       one with all its steps
 *   <li>{@code GET /api/live?since=VERSION}: server-sent events, each a list of the requests that
 *       changed
 *   <li>{@code GET /api/functions}, {@code /api/functions/ID}: role, variables, log, calls
 *   <li>{@code GET /api/tables}, {@code /api/tables/ID?partition=&sort=&after=}: items
 *   <li>{@code GET /api/sockets}, {@code /api/queues}, {@code /api/streams}
 *   <li>{@code GET /api/buses}: event buses with their rules, and the latest events with the rules
 *       that they matched
 *   <li>{@code GET /api/outside}: the outside parties, what was said with each, and their forms;
 *       {@code POST /api/outside/PARTY/FORM} with the fields as JSON makes a party do something
 * </ul>
 *
 * <p>A kind of resource that the twin comes to run, such as a state machine, gets a view here: a
 * class that makes its JSON, a line in {@link Api}, and a module of the page.
 */
@NullMarked
package parley.local.console;

import org.jspecify.annotations.NullMarked;
