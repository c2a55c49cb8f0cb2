package parley.connections;

import parley.kernel.Request;

/** Reads who calls over a socket. */
final class Callers {

  private Callers() {}

  /** The caller's socket. Throws where the record, a mapping template's work, names none. */
  static Connection connection(Request request) {
    return new Connection(request.caller().user(), request.caller().connection());
  }
}
