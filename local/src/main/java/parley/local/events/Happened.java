package parley.local.events;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.List;

/**
 * An event that was put on a bus.
 *
 * @param bus its name
 * @param event as targets get it
 * @param rules the logical ids of the rules that it matched
 */
public record Happened(String bus, JsonNode event, List<String> rules) {}
