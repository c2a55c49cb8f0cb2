/**
 * Kinesis data streams: records in shards by their partition keys, each shard in the order in which
 * they came, kept for the stream's retention.
 */
@NullMarked
package parley.local.kinesis;

import org.jspecify.annotations.NullMarked;
