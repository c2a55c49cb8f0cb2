package parley.connections;

/**
 * What came of a delivery.
 *
 * @param frames that were sent
 * @param gone connections that turned out to be closed
 * @param failed connections that could not be sent all: they see the gap at their next frame
 */
record Delivered(int frames, int gone, int failed) {

  static final Delivered NOTHING = new Delivered(0, 0, 0);

  Delivered plus(Delivered other) {
    return new Delivered(frames + other.frames, gone + other.gone, failed + other.failed);
  }
}
