package parley.local.dynamo;

/**
 * Runs inside of DynamoDB Local's process, with its class path: it has no option for the address to
 * listen on and would take all of the machine's, so this sets loopback before it starts.
 */
final class LoopbackLauncher {

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
    proxy.getClass().getMethod("start").invoke(proxy);
    proxy.getClass().getMethod("join").invoke(proxy);
  }
}
