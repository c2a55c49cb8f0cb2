package parley.kernel;

/** Another service's function, invoked and waited for. */
@FunctionalInterface
public interface Peer {

  /**
   * Its reply, a refusal included. Throws where the function failed or was not reached: the caller
   * may try again.
   */
  Reply ask(Request request);
}
