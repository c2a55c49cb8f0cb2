/**
 * Figures: how long a message takes, what it costs, how fast a function starts. Run by {@code
 * bin/bench}; nothing here is a test, and nothing fails because something took long.
 */
@NullMarked
package parley.tests.bench;

import org.jspecify.annotations.NullMarked;
