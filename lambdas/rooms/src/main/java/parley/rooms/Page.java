package parley.rooms;

import java.util.List;

/**
 * A part of a long list.
 *
 * @param next where the next page begins; "" where this was the last
 */
record Page<T>(List<T> rows, String next) {}
