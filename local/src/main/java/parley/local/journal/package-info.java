/**
 * What happened lately, and why: every request with what came of it, step by step, in memory and
 * bounded. Parts note steps as they go; who shows them is elsewhere. Nothing of it is written to a
 * file or to the console's output, since it holds what people sent.
 */
@NullMarked
package parley.local.journal;

import org.jspecify.annotations.NullMarked;
