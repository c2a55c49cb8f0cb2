package parley.addons.sms;

import java.util.HashMap;
import java.util.Map;
import java.util.Optional;

/** Pictures in memory. */
final class FakePictures implements Pictures {

  /** As much of one as is looked at. */
  static final byte[] PNG = {(byte) 0x89, 'P', 'N', 'G', '\r', '\n', 0x1A, '\n', 0, 0, 0, 13};

  final Map<String, Picture> kept = new HashMap<>();

  /** Whether nothing can be taken away. */
  boolean broken;

  @Override
  public void put(String room, String id, Picture picture) {
    kept.put(room + "/" + id, picture);
  }

  @Override
  public Optional<Picture> find(String room, String id) {
    return Optional.ofNullable(kept.get(room + "/" + id));
  }

  @Override
  public void remove(String room, String id) {
    if (broken) {
      throw new IllegalStateException("the bucket is away");
    }
    kept.remove(room + "/" + id);
  }
}
