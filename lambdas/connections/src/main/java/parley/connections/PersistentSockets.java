package parley.connections;

/** Sockets that try again what may be tried again; what is still busy then is told so. */
record PersistentSockets(Sockets sockets, Backoff backoff) implements Sockets {

  @Override
  public Outcome post(String connection, byte[] frame) {
    return backoff.until(() -> sockets.post(connection, frame), PersistentSockets::again);
  }

  @Override
  public Outcome close(String connection) {
    return backoff.until(() -> sockets.close(connection), PersistentSockets::again);
  }

  private static boolean again(Outcome outcome) {
    return outcome == Outcome.BUSY;
  }
}
