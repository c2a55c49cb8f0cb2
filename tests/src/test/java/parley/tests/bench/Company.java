package parley.tests.bench;

import java.net.URI;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.IntStream;
import parley.tests.twin.Person;
import parley.tests.twin.Socket;

/**
 * People in one room, each with an open socket that listens to it.
 *
 * @param room the room's id
 * @param sockets one a person
 * @param tail the log's end when all had come in
 */
record Company(String room, List<Socket> sockets, long tail) implements AutoCloseable {

  /** So many people who were not there before. */
  static Company of(URI site, int size) {
    var people =
        IntStream.range(0, size)
            .mapToObj(i -> Person.newcomer(site, "member-" + UUID.randomUUID()))
            .toList();
    var owner = people.getFirst();
    var room = owner.newRoom("private");
    for (var person : people.subList(1, size)) {
      add(owner, room, person);
    }
    var sockets = people.stream().map(Person::socket).toList();
    for (var socket : sockets) {
      socket.ask("subscribe", Map.of("rooms", List.of(room)));
    }
    return new Company(room, sockets, owner.tail(room));
  }

  /** Adding somebody can be repeated, as often as a function is slow to start. */
  private static void add(Person owner, String room, Person person) {
    var path = "/rooms/%s/members/%s".formatted(room, person.id());
    var answer = owner.send("PUT", path, Map.of("role", "member"));
    while (answer.status() >= 500) {
      answer = owner.send("PUT", path, Map.of("role", "member"));
    }
    if (answer.status() != 200) {
      throw new IllegalStateException("a member was not added: " + answer);
    }
  }

  /** A new message of theirs. */
  Map<String, Object> message(long after, String text) {
    return new HashMap<>(
        Map.of(
            "room", room, "after", after, "text", text, "clientId", UUID.randomUUID().toString()));
  }

  @Override
  public void close() {
    sockets.forEach(Socket::close);
  }
}
