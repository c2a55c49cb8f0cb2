package parley.local.stream;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import software.amazon.event.ruler.Machine;

/** The filter criteria of a mapping: a record passes that matches any of the patterns. */
final class Filter {

  private final Machine machine = new Machine();
  private final boolean everything;

  /**
   * Reads {@code FilterCriteria}; a missing node lets everything pass. Throws where a pattern is
   * none.
   */
  Filter(JsonNode criteria) throws IOException {
    everything = criteria.path("Filters").isEmpty();
    for (var filter : criteria.path("Filters")) {
      machine.addRule("passes", filter.path("Pattern").asText());
    }
  }

  boolean passes(StreamRecord record) {
    try {
      return everything || !machine.rulesForJSONEvent(record.json().toString()).isEmpty();
    } catch (Exception e) {
      throw new IllegalStateException("a record could not be matched: " + e.getMessage(), e);
    }
  }
}
