package parley.local.template;

import java.util.Map;
import java.util.Set;
import java.util.function.UnaryOperator;

/**
 * What the twin knows of one resource type; everything else about it stops the start.
 *
 * @param name such as {@code AWS::Lambda::Function}
 * @param implemented dotted paths of the properties that it acts on; a path covers all below it
 *     ({@code Integration}), unless the set also names parts of it ({@code Integration.Type}): then
 *     only those. Lists are passed over silently: {@code Replicas.Region} is a member of each
 *     element
 * @param inert paths that are knowingly without effect on one machine; they are printed, and never
 *     stop the start
 * @param ref what {@code Ref} gives
 * @param attributes what {@code Fn::GetAtt} gives, by the attribute's name
 */
public record ResourceType(
    String name,
    Set<String> implemented,
    Set<String> inert,
    Value ref,
    Map<String, Value> attributes) {

  /** A value of a resource that is known before anything is created. */
  @FunctionalInterface
  public interface Value {
    /** The value, made from the resource's logical id and the stack's names alone. */
    String of(Names names, String logicalId);
  }

  /** A value that is also made of the resource's properties, as an alias's ARN is. */
  public interface PropertyValue extends Value {

    /**
     * The value.
     *
     * @param property gives the resolved text of one of the resource's own properties, by its path
     */
    String of(Names names, String logicalId, UnaryOperator<String> property);

    @Override
    default String of(Names names, String logicalId) {
      throw new UnsupportedOperationException(
          "%s is made of its resource's properties".formatted(logicalId));
    }
  }
}
