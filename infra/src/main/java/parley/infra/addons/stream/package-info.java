/** A Kinesis stream of clients' events, which API Gateway puts there without a function. */
@NullMarked
package parley.infra.addons.stream;

import org.jspecify.annotations.NullMarked;
