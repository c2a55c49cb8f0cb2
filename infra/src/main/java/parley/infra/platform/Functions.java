package parley.infra.platform;

import software.amazon.awscdk.Duration;
import software.amazon.awscdk.services.lambda.Code;
import software.constructs.Construct;

/** Makes the functions of one service: all from one jar, each with its own role and log. */
public final class Functions {

  private final Construct service;
  private final Code code;
  private final int retentionDays;

  /**
   * For one service.
   *
   * @param service its construct, in which the functions will stand
   * @param name its Maven module's folder, within that of all functions
   */
  public Functions(Construct service, String name, Foundation foundation) {
    this.service = service;
    this.code = Code.fromAsset(foundation.artifacts().jar(name).toString());
    this.retentionDays = foundation.logs().retentionDays();
  }

  /** A function that answers a client, which API Gateway gives up on after 29 s. */
  public Function answering(Class<?> handler) {
    return make(handler, Duration.seconds(15), 1024);
  }

  /** A function that works through batches; a full CPU is its at 1,769 MB. */
  public Function working(Class<?> handler) {
    return make(handler, Duration.seconds(60), 1769);
  }

  private Function make(Class<?> handler, Duration timeout, int memory) {
    var id = handler.getSimpleName().replaceFirst("Handler$", "");
    return new Function(
        service, id, new FunctionProps(code, handler.getName(), timeout, memory, retentionDays));
  }
}
