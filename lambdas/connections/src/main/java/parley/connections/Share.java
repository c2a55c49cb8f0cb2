package parley.connections;

import com.fasterxml.jackson.databind.JsonNode;
import parley.kernel.Json;

/** A group on its way from Deliver to DeliverShare. */
final class Share {

  private Share() {}

  /** {@code {"entries": [{"room", "json"}], "listeners": ["user#connection"]}}. */
  static JsonNode write(Group group) {
    var share = Json.object();
    var entries = share.putArray("entries");
    group
        .entries()
        .forEach(entry -> entries.addObject().put("room", entry.room()).put("json", entry.json()));
    var listeners = share.putArray("listeners");
    group.listeners().forEach(connection -> listeners.add(connection.listener()));
    return share;
  }

  /** Reads what {@link #write} wrote. */
  static Group read(JsonNode share) {
    return new Group(
        share
            .path("entries")
            .valueStream()
            .map(
                entry ->
                    new Entry("", entry.path("room").asText(), "", entry.path("json").asText()))
            .toList(),
        share
            .path("listeners")
            .valueStream()
            .map(listener -> Connection.ofListener(listener.asText()))
            .toList());
  }
}
