/**
 * Calls of AWS' API in the account, as CloudTrail tells of them on its bus: who did what, told in a
 * room. Nothing of what was asked for or answered, which may hold secrets.
 */
@NullMarked
package parley.addons.triggers.calls;

import org.jspecify.annotations.NullMarked;
