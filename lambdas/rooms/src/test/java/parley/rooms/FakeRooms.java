package parley.rooms;

import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/** Rooms in memory. */
final class FakeRooms implements Rooms {

  final Map<String, Room> rows = new TreeMap<>();
  final FakeMembers members;
  private final Steps steps;

  FakeRooms(Steps steps) {
    this.steps = steps;
    this.members = new FakeMembers(steps, rows);
  }

  @Override
  public Optional<Room> find(String room) {
    steps.next();
    return Optional.ofNullable(rows.get(room));
  }

  @Override
  public List<Room> find(List<String> rooms) {
    steps.next();
    return rooms.stream().filter(rows::containsKey).map(rows::get).toList();
  }

  @Override
  public boolean open(Room room, List<Membership> first) {
    steps.next();
    if (rows.putIfAbsent(room.room(), room) != null) {
      return false;
    }
    first.forEach(members::put);
    return true;
  }

  @Override
  public Room change(Room room, Optional<String> name, Optional<String> topic) {
    steps.next();
    return rows.compute(
        room.room(),
        (_, old) -> {
          if (old == null) {
            throw new IllegalStateException("there is no room " + room.room());
          }
          return new Room(
              old.room(),
              name.orElse(old.name()),
              topic.orElse(old.topic()),
              old.open(),
              old.owners(),
              old.people());
        });
  }

  @Override
  public Page<Room> listed(String next, int limit) {
    steps.next();
    var found =
        rows.values().stream()
            .filter(Room::open)
            .filter(room -> entry(room).compareTo(next) > 0)
            .sorted(Comparator.comparing(FakeRooms::entry))
            .toList();
    return found.size() > limit
        ? new Page<>(found.subList(0, limit), entry(found.get(limit - 1)))
        : new Page<>(found, "");
  }

  private static String entry(Room room) {
    return Listing.entry(room.room(), room.name());
  }
}
