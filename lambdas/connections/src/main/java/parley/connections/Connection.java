package parley.connections;

/**
 * One socket of one person.
 *
 * @param user whose it is; never holds "#"
 * @param id API Gateway's connection id, which is never given twice
 */
record Connection(String user, String id) {

  Connection {
    if (user.isEmpty() || user.contains("#") || id.isEmpty()) {
      throw new IllegalArgumentException(
          "a connection needs a user without \"#\" and an id, and got \"%s\" and \"%s\""
              .formatted(user, id));
    }
  }

  /** Reads what {@link #listener()} wrote. */
  static Connection ofListener(String listener) {
    var hash = listener.indexOf('#');
    if (hash < 0) {
      throw new IllegalArgumentException(
          "a listener is user#connection, and got \"%s\"".formatted(listener));
    }
    return new Connection(listener.substring(0, hash), listener.substring(hash + 1));
  }

  /** {@code user#connection}: all of a person's listeners stand together. */
  String listener() {
    return user + "#" + id;
  }
}
