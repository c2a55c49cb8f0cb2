/**
 * Rooms, and who is a member of which: membership is decided here, and told to the services that
 * hold the log and the subscriptions.
 *
 * <pre>
 *   Rooms     room (S)             kind, name, topic, visibility (S), owners (N), people (L)
 *             index Public         listing (S, "public"), entry (S, lower-case name # room)
 *   Members   room (S), user (S)   role, state (S), readSeq, readMessages (N),
 *                                  changeId, change, changedBy (S), untold (BOOL)
 *             index ByUser         user (S), room (S)
 * </pre>
 *
 * <p>Both indexes hold all attributes. Somebody who is no member any more keeps a row of state
 * {@code removed}, so that a request that was cut short can be finished by a retry; it counts as
 * absent everywhere else. Every change has an id, and its row is {@code untold} until all peers
 * know: no other change of the same person in the same room begins before.
 *
 * <p>{@code owners} counts the rows of members who are owners; it changes in one transaction with
 * them, so that no two owners can leave at once and each think that the other stays.
 */
@NullMarked
package parley.rooms;

import org.jspecify.annotations.NullMarked;
