package parley.addons.sms;

import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;

/** Decides in which room somebody writes, and what they are told. */
record Writing(Company company) {

  private static final int MOST_LISTED = 20;
  private static final int LONGEST_LISTED = 40;
  private static final String GONE =
      "You are not in that room any more. ROOMS lists yours, #name chooses one.";

  /**
   * What comes of it.
   *
   * @param room in which it is written; "" for none
   * @param current in which they write from now on
   * @param answer what they are told; "" for nothing
   */
  record Decision(String room, String current, String answer) {}

  /** What somebody wants written; "" for nothing. */
  static String text(Inbound sms) {
    return switch (sms.said()) {
      case Said.Choose(_, var text) -> text;
      case Said.Text(var text) -> text;
      case Said.Start(var word) -> word;
      case Said.Stop(), Said.Help(), Said.Rooms() -> "";
    };
  }

  /** Decides about an SMS of somebody's. */
  Decision decide(String user, Preferences preferences, Inbound sms) {
    var current = preferences.room();
    var empty = text(sms).isEmpty() && sms.attachments().isEmpty();
    return switch (sms.said()) {
      case Said.Stop(), Said.Help() -> new Decision("", current, "");
      case Said.Rooms() -> new Decision("", current, listed(company.rooms(user), current));
      case Said.Choose(var name, _) -> choose(company.rooms(user), name, empty, current);
      case Said.Start _, Said.Text _ ->
          empty ? new Decision("", current, "") : write(user, current);
    };
  }

  private static Decision choose(List<RoomName> rooms, String name, boolean empty, String current) {
    return find(rooms, RoomName.tag(name))
        .map(
            room ->
                empty
                    ? new Decision("", room.room(), "You write in %s now.".formatted(called(room)))
                    : new Decision(room.room(), room.room(), ""))
        .orElseGet(
            () ->
                new Decision(
                    "", current, "No one room of yours is called that. " + listed(rooms, current)));
  }

  /** The one of that name, else the only one whose name begins so. */
  private static Optional<RoomName> find(List<RoomName> rooms, String tag) {
    if (tag.isEmpty()) {
      return Optional.empty();
    }
    var called = rooms.stream().filter(room -> room.tag().equals(tag)).toList();
    var found =
        called.isEmpty()
            ? rooms.stream().filter(room -> room.tag().startsWith(tag)).toList()
            : called;
    return found.size() == 1 ? Optional.of(found.getFirst()) : Optional.empty();
  }

  /** Whoever has chosen none writes in the only one that they have. */
  private Decision write(String user, String current) {
    if (!current.isEmpty()) {
      return company.room(user, current).isPresent()
          ? new Decision(current, current, "")
          : new Decision("", "", GONE);
    }
    var rooms = company.rooms(user);
    return rooms.size() == 1
        ? new Decision(rooms.getFirst().room(), rooms.getFirst().room(), "")
        : new Decision("", "", "In which room? " + listed(rooms, ""));
  }

  private static String listed(List<RoomName> rooms, String current) {
    if (rooms.isEmpty()) {
      return "You are in no room.";
    }
    var names =
        rooms.stream()
            .limit(MOST_LISTED)
            .map(room -> shortly(room) + (room.room().equals(current) ? " (chosen)" : ""))
            .collect(Collectors.joining(", "));
    return "Your rooms: %s%s. Send #name to choose one."
        .formatted(names, rooms.size() > MOST_LISTED ? " and more" : "");
  }

  /** By its beginning it is chosen too; Twilio sends no more than 1,600 characters. */
  private static String shortly(RoomName room) {
    var called = called(room);
    return called.codePointCount(0, called.length()) <= LONGEST_LISTED
        ? called
        : called.substring(0, called.offsetByCodePoints(0, LONGEST_LISTED));
  }

  private static String called(RoomName room) {
    return "#" + room.name().replaceAll("\\s+", "-");
  }
}
