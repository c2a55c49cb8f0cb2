package parley.addons.sms;

import java.util.Optional;

/** The pictures that came, by their rooms. */
interface Pictures {

  /** Puts one in place of what has its id. */
  void put(String room, String id, Picture picture);

  /** One of a room's; empty where there is none of that id. */
  Optional<Picture> find(String room, String id);

  /** Takes one away, if it is there. */
  void remove(String room, String id);
}
