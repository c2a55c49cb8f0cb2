package parley.rooms;

import org.junit.jupiter.api.Nested;
import parley.rooms.RoomsContract.Stores;

/** The fakes do what the stores do. */
class FakeStoresTest {

  private static Stores fakes() {
    var rooms = new FakeRooms(new Steps());
    return new Stores(rooms, rooms.members);
  }

  @Nested
  class OfRooms extends RoomsContract {

    @Override
    Stores stores() {
      return fakes();
    }
  }

  @Nested
  class OfMembers extends MembersContract {

    @Override
    Stores stores() {
      return fakes();
    }
  }
}
