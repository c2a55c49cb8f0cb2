package parley.messages;

import java.util.List;

/**
 * Entries of a range, in the order that was asked for.
 *
 * @param more true where the range goes on; a store may end a page before its limit, about where it
 *     has 1 MB
 */
record Page(List<Entry> entries, boolean more) {}
