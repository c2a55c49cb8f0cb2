package parley.connections;

import java.time.Instant;
import java.util.List;

/** The sockets that there are. Safe for many threads. */
interface Connections {

  /** Keeps a connection until {@code expires}; a second time changes nothing but the times. */
  void add(Connection connection, Instant connectedAt, Instant expires);

  /** Forgets a connection; one that is not there is no error. */
  void remove(Connection connection);

  /** Forgets a connection if it was made before {@code connectedBefore}. */
  void removeIfOlder(Connection connection, Instant connectedBefore);

  /** All connections of a person, as of now: none that was added before the call is missing. */
  List<Connection> of(String user);
}
