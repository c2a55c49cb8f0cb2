package parley.local.mapping;

import org.apache.velocity.app.event.InvalidReferenceEventHandler;
import org.apache.velocity.context.Context;
import org.apache.velocity.util.introspection.Info;
import org.jspecify.annotations.NullUnmarked;

/** What is absent renders as nothing, as on AWS; plain Velocity would print the reference. */
@NullUnmarked
final class Absent implements InvalidReferenceEventHandler {

  @Override
  public Object invalidGetMethod(
      Context context, String reference, Object object, String property, Info info) {
    return "";
  }

  @Override
  public Object invalidMethod(
      Context context, String reference, Object object, String method, Info info) {
    return "";
  }

  @Override
  public boolean invalidSetMethod(Context context, String left, String right, Info info) {
    return false;
  }
}
