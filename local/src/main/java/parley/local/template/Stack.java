package parley.local.template;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.List;
import java.util.Map;

/** The resolved stack: what the parts of the twin read to know what to run. */
public interface Stack {

  /** The names that were given. */
  Names names();

  /** All resources of a type, in the template's order. */
  List<Resource> all(String type);

  /**
   * The resource with that logical id. Throws {@link IllegalArgumentException} where there is none.
   */
  Resource get(String logicalId);

  /**
   * The unresolved properties of a resource, for what refers to another resource by its logical id.
   */
  JsonNode raw(String logicalId);

  /** The template's outputs, by name. */
  Map<String, String> outputs();
}
