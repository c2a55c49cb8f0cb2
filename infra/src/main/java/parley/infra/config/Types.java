package parley.infra.config;

import java.lang.reflect.ParameterizedType;
import java.lang.reflect.RecordComponent;

/** What reflection makes long-winded about the records of settings. */
final class Types {

  private Types() {}

  /** The record in a component's {@code Optional}. */
  static Class<? extends Record> inOptional(RecordComponent component) {
    return argument(component, 0).asSubclass(Record.class);
  }

  /** The record that a component's {@code Map} has for each name. */
  static Class<? extends Record> inMap(RecordComponent component) {
    return argument(component, 1).asSubclass(Record.class);
  }

  /** The type of what a component's list holds. */
  static Class<?> inList(RecordComponent component) {
    return argument(component, 0);
  }

  private static Class<?> argument(RecordComponent component, int position) {
    var type = (ParameterizedType) component.getGenericType();
    return (Class<?>) type.getActualTypeArguments()[position];
  }
}
