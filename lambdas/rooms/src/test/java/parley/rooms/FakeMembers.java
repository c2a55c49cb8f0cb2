package parley.rooms;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/** Memberships in memory. */
final class FakeMembers implements Members {

  final Map<String, Membership> rows = new TreeMap<>();
  private final Steps steps;
  private final Map<String, Room> rooms;

  FakeMembers(Steps steps, Map<String, Room> rooms) {
    this.steps = steps;
    this.rooms = rooms;
  }

  void put(Membership membership) {
    rows.put(key(membership.room(), membership.user()), membership);
  }

  /** What is stored, with no step taken. */
  Optional<Membership> stored(String room, String user) {
    return Optional.ofNullable(rows.get(key(room, user)));
  }

  @Override
  public Optional<Membership> find(String room, String user) {
    steps.next();
    return stored(room, user);
  }

  @Override
  public List<Membership> find(String user, List<String> rooms) {
    steps.next();
    return rooms.stream().flatMap(room -> stored(room, user).stream()).toList();
  }

  @Override
  public List<Membership> of(String room, int limit) {
    steps.next();
    return rows.values().stream()
        .filter(m -> m.room().equals(room) && m.active())
        .limit(limit)
        .toList();
  }

  @Override
  public Page<Membership> roomsOf(String user, String next, int limit) {
    steps.next();
    var found =
        rows.values().stream()
            .filter(m -> m.user().equals(user) && m.active() && m.room().compareTo(next) > 0)
            .toList();
    return found.size() > limit
        ? new Page<>(found.subList(0, limit), found.get(limit - 1).room())
        : new Page<>(found, "");
  }

  @Override
  public boolean change(Room room, Optional<Membership> before, Membership after) {
    steps.next();
    var now = stored(after.room(), after.user());
    if (!now.map(m -> m.change().id()).equals(before.map(m -> m.change().id()))) {
      return false;
    }
    var owners =
        room.owners()
            + (after.owner() ? 1 : 0)
            - (before.map(Membership::owner).orElse(false) ? 1 : 0);
    if (owners != room.owners()) {
      var there = rooms.get(room.room());
      if (there.owners() != room.owners()) {
        return false;
      }
      rooms.put(
          room.room(),
          new Room(
              there.room(), there.name(), there.topic(), there.open(), owners, there.people()));
    }
    var read = now.map(Membership::read).orElse(after.read());
    put(new Membership(after.room(), after.user(), after.role(), read, after.change()));
    return true;
  }

  @Override
  public void told(Membership membership) {
    steps.next();
    stored(membership.room(), membership.user())
        .filter(now -> now.change().id().equals(membership.change().id()))
        .ifPresent(now -> put(now.with(now.role(), told(now.change()))));
  }

  @Override
  public boolean mark(String room, String user, Mark mark) {
    steps.next();
    var now = stored(room, user).filter(Membership::active);
    now.filter(m -> m.read().seq() < mark.seq())
        .ifPresent(m -> put(new Membership(room, user, m.role(), mark, m.change())));
    return now.isPresent();
  }

  private static Change told(Change change) {
    return new Change(change.id(), change.kind(), change.by(), false);
  }

  private static String key(String room, String user) {
    return room + "/" + user;
  }
}
