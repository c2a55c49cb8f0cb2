package parley.connections;

/** The open sockets, as API Gateway gives access to them. Safe for many threads; never throws. */
interface Sockets {

  /** Sends one frame of at most 32 KB (32,768 bytes) of UTF-8 text. */
  Outcome post(String connection, byte[] frame);

  /** Closes a socket. */
  Outcome close(String connection);

  /** What came of it. */
  enum Outcome {
    /** Done. */
    DONE,
    /** There is no such socket any more, or not yet. */
    GONE,
    /** Throttled, failed or not reached: may be tried again, at the price of doing it twice. */
    BUSY,
    /** Refused for good. */
    REFUSED
  }
}
