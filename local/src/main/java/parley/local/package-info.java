/**
 * The twin: runs a synthesized CDK assembly on loopback.
 *
 * <p>It reads the template and knows nothing of Parley. What it does not implement stops the start
 * with a list.
 */
@NullMarked
package parley.local;

import org.jspecify.annotations.NullMarked;
