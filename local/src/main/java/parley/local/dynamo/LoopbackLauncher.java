package parley.local.dynamo;

import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Method;
import java.lang.reflect.Proxy;

/**
 * Runs inside of DynamoDB Local's process, with its class path. DynamoDB Local listens on all of
 * the machine's addresses and takes any signature, so before it starts this sets loopback, and
 * demands a key with every call: neither a function nor a page in a browser reaches the tables past
 * the twin's own endpoint.
 */
final class LoopbackLauncher {

  /** The environment variable that holds the key. */
  static final String KEY = "TWIN_DYNAMODB_KEY";

  /** The header that brings it. */
  static final String HEADER = "X-Twin-Key";

  private static final String JETTY = "org.eclipse.jetty.";
  private static final int FORBIDDEN = 403;

  private LoopbackLauncher() {}

  /** Takes DynamoDB Local's own arguments. */
  public static void main(String[] args) throws Exception {
    var runner = Class.forName("software.amazon.dynamodb.services.local.main.ServerRunner");
    var proxy =
        runner
            .getMethod("createServerFromCommandLineArgs", String[].class)
            .invoke(null, (Object) args);
    var field = proxy.getClass().getDeclaredField("server");
    field.setAccessible(true);
    var jetty = field.get(proxy);
    for (var connector : (Object[]) jetty.getClass().getMethod("getConnectors").invoke(jetty)) {
      connector.getClass().getMethod("setHost", String.class).invoke(connector, "127.0.0.1");
    }
    demand(System.getenv(KEY), jetty);
    proxy.getClass().getMethod("start").invoke(proxy);
    proxy.getClass().getMethod("join").invoke(proxy);
  }

  private static void demand(String key, Object jetty) throws ReflectiveOperationException {
    var type = Class.forName(JETTY + "server.Handler");
    var inner = jetty.getClass().getMethod("getHandler").invoke(jetty);
    var guard =
        Proxy.newProxyInstance(
            type.getClassLoader(),
            new Class<?>[] {type},
            (self, method, args) ->
                switch (method.getName()) {
                  case "equals" -> self == args[0];
                  case "handle" -> brings(key, args[0]) ? call(method, inner, args) : refuse(args);
                  default -> call(method, inner, args);
                });
    jetty.getClass().getMethod("setHandler", type).invoke(jetty, guard);
  }

  private static boolean brings(String key, Object request) throws ReflectiveOperationException {
    var headers = Class.forName(JETTY + "server.Request").getMethod("getHeaders").invoke(request);
    var get = Class.forName(JETTY + "http.HttpFields").getMethod("get", String.class);
    return key.equals(get.invoke(headers, HEADER));
  }

  /** Answers a request, response and callback; true, since it is answered then. */
  private static boolean refuse(Object[] exchange) throws ReflectiveOperationException {
    var response = Class.forName(JETTY + "server.Response");
    response
        .getMethod(
            "writeError",
            Class.forName(JETTY + "server.Request"),
            response,
            Class.forName(JETTY + "util.Callback"),
            int.class)
        .invoke(null, exchange[0], exchange[1], exchange[2], FORBIDDEN);
    return true;
  }

  private static Object call(Method method, Object inner, Object[] args) throws Throwable {
    try {
      return method.invoke(inner, args);
    } catch (InvocationTargetException e) {
      throw e.getCause();
    }
  }
}
