package parley.infra.config;

import java.lang.reflect.ParameterizedType;
import java.lang.reflect.RecordComponent;

/** What reflection makes long-winded about the records of settings. */
final class Types {

  private Types() {}

  /** The record in a component's {@code Optional}. */
  static Class<? extends Record> inOptional(RecordComponent component) {
    var type = (ParameterizedType) component.getGenericType();
    return ((Class<?>) type.getActualTypeArguments()[0]).asSubclass(Record.class);
  }
}
