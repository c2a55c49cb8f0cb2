package parley.local.stream;

import com.fasterxml.jackson.databind.JsonNode;
import java.time.Instant;

/**
 * A change in a table, or a record of Kinesis'.
 *
 * @param sequence its sequence number, which grows within a shard
 * @param created when the change was made, or the record came
 * @param json the record as a function gets it
 */
public record StreamRecord(String sequence, Instant created, JsonNode json) {}
