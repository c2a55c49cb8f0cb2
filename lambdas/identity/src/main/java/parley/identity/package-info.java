/**
 * Who people are to each other: profiles, and the search for people by name.
 *
 * <p>Signing in is the user pool's matter; what comes from there is the user's id and, at first,
 * their name.
 *
 * <pre>
 *   Profiles  user (S)                   name (S), color (S)
 *   Names     directory (S), entry (S)   directory is always "people"; entry is the lower-case name
 *                                        from one of its words on, "#", the user
 * </pre>
 *
 * <p>Profiles is the truth. A row of Names may be left over from a former name: the search compares
 * every profile that it found with what was asked for.
 */
@NullMarked
package parley.identity;

import org.jspecify.annotations.NullMarked;
