/**
 * The rooms' logs: appending to them, changing what stands in them, and reading them back.
 *
 * <p>It ends where delivery begins: whoever wants to hear of new entries reads the table's stream.
 * Who is a member is decided by the service {@code rooms}, which tells it here through
 * ChangeMembership.
 *
 * <p>An item of the table Messages is an entry with the attributes {@code room} (S), {@code seq},
 * {@code messages} (N), {@code kind}, {@code sender}, {@code clientId}, {@code time} (S), and by
 * kind {@code text} (S), {@code target} (N), {@code emoji} (S), {@code on} (BOOL), {@code user},
 * {@code change}, {@code role} (S), and where it came through an add-on {@code app}, {@code from},
 * {@code data} (S): the names and values of its JSON. What later entries change in place is beside
 * them, and never in the image of an insert: {@code edited} (M: {@code seq}, {@code time}), {@code
 * edits} (NS: the seqs of all edits, so that a deletion can take their texts out of the log too),
 * {@code deleted} (M: {@code seq}, {@code time}, {@code by}) and one {@code reaction:EMOJI:USER}
 * (N: twice the reaction's seq, plus one where it is on) for each emoji and user.
 *
 * <p>An item of the table Posts is what an add-on asked to write: {@code post} (S, the key), {@code
 * room} (S), {@code after} and {@code expires} (N). It is written once.
 */
@NullMarked
package parley.messages;

import org.jspecify.annotations.NullMarked;
