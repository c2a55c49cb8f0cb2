package parley.local.mapping;

import java.io.StringReader;
import java.io.StringWriter;
import java.util.HashMap;
import java.util.Map;
import java.util.Properties;
import org.apache.velocity.Template;
import org.apache.velocity.VelocityContext;
import org.apache.velocity.app.event.EventCartridge;
import org.apache.velocity.exception.VelocityException;
import org.apache.velocity.runtime.RuntimeInstance;
import org.apache.velocity.runtime.parser.ParseException;
import org.slf4j.helpers.NOPLogger;

/**
 * One mapping template, parsed once and rendered for every message. Values are data: what a caller
 * sends is never evaluated. Safe for many threads.
 */
public final class MappingTemplate {

  private static final RuntimeInstance VELOCITY = velocity();

  private final Template template;

  private MappingTemplate(Template template) {
    this.template = template;
  }

  /**
   * Parses a template. Throws {@link IllegalArgumentException} with the place of the mistake where
   * it is none.
   *
   * @param name what errors call it, such as {@code PostRoom application/json}
   */
  public static MappingTemplate parse(String name, String text) {
    var template = new Template();
    template.setRuntimeServices(VELOCITY);
    template.setName(name);
    try {
      template.setData(VELOCITY.parse(new StringReader(text), template));
      template.initDocument();
    } catch (ParseException | VelocityException e) {
      throw new IllegalArgumentException(
          "the mapping template %s is not Velocity's language: %s".formatted(name, e.getMessage()),
          e);
    }
    return new MappingTemplate(template);
  }

  /**
   * Renders the template. Throws {@link IllegalStateException} where an expression of it fails.
   *
   * @param context what {@code $context} gives; the template may write into {@code
   *     responseOverride}
   */
  public String render(
      Input input, Map<String, Object> context, Map<String, String> stageVariables) {
    var values = new VelocityContext(new HashMap<>());
    values.put("input", input);
    values.put("util", TemplateFunctions.INSTANCE);
    values.put("context", context);
    values.put("stageVariables", stageVariables);
    var events = new EventCartridge();
    events.addEventHandler(new Absent());
    events.attachToContext(values);
    var out = new StringWriter();
    try {
      template.merge(values, out);
    } catch (VelocityException e) {
      throw new IllegalStateException(
          "the mapping template %s failed: %s".formatted(template.getName(), e.getMessage()), e);
    }
    return out.toString();
  }

  private static RuntimeInstance velocity() {
    var properties = new Properties();
    // What it logs stands in its exceptions, too.
    properties.put("runtime.log.instance", NOPLogger.NOP_LOGGER);
    properties.put(
        "introspector.uberspect.class", "org.apache.velocity.util.introspection.SecureUberspector");
    properties.put("event_handler.invalid_references.null", "true");
    properties.put("parser.allow_hyphen_in_identifiers", "true");
    properties.put("parser.space_gobbling", "bc");
    properties.put("directive.foreach.max_loops", "1000");
    var velocity = new RuntimeInstance();
    velocity.init(properties);
    return velocity;
  }
}
