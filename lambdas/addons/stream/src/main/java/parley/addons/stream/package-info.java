/**
 * What follows the stream of events: an example of a consumer, which writes them into a bucket.
 *
 * <p>Events come into the stream without any function, so there is none here for that.
 */
@NullMarked
package parley.addons.stream;

import org.jspecify.annotations.NullMarked;
