package parley.tests.twin;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.DynamicTest.dynamicTest;

import java.net.URI;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;
import parley.tests.twin.Routes.Route;

/** Every route of the REST API, asked with what it does not take. */
class RefusalsTest {

  private final URI site = RunningTwin.site();
  private final Person ada = Person.named(site, "ada");
  private final Person grace = Person.named(site, "grace");

  @TestFactory
  Stream<DynamicTest> aBadBodyIsRefusedAndNothingBreaks() {
    var room = ada.newRoom("private");
    return Routes.all()
        .filter(Route::takesBody)
        .flatMap(
            route ->
                Routes.badBodies().stream()
                    .map(
                        bad ->
                            dynamicTest(
                                route + " with " + bad,
                                () -> {
                                  var answer =
                                      ada.send(route.method(), path(route, room, grace.id()), bad);
                                  assertRefused(answer, 400, "invalid-input");
                                })));
  }

  @TestFactory
  Stream<DynamicTest> aHostilePathIsRefusedAndNothingBreaks() {
    return Routes.all()
        .filter(route -> route.names("room") || route.names("user"))
        .flatMap(
            route ->
                Stream.of(
                        "%22", "%27", "%5C", "%24%7Bx%7D", "a%0Ab", "%F0%9F%91%8D", "x".repeat(65))
                    .map(
                        hostile ->
                            dynamicTest(
                                route + " with " + hostile,
                                () -> {
                                  var answer =
                                      ada.send(
                                          route.method(),
                                          path(route, hostile, hostile),
                                          body(route));
                                  assertThat(answer.status()).isBetween(400, 499);
                                  assertThat(answer.code()).isNotEmpty();
                                })));
  }

  private static void assertRefused(Answer answer, int status, String code) {
    assertThat(answer.status()).as("%s", answer).isEqualTo(status);
    assertThat(answer.code()).as("%s", answer).isEqualTo(code);
    assertThat(answer.type()).startsWith("application/problem+json");
    assertThat(answer.text("detail")).isNotEmpty();
  }

  /** The route's path, with valid values for the queries that it requires. */
  private static String path(Route route, String room, String user) {
    var query =
        switch (route.toString()) {
          case "GET /people" -> "?query=a";
          case "GET /rooms" -> "?scope=mine";
          case "GET /profiles" -> "?users=" + user;
          case "DELETE /rooms/{room}/messages/{seq}" -> "?after=1&clientId=" + UUID.randomUUID();
          default -> "";
        };
    return route.with(room, user) + query;
  }

  /**
   * A body that the route takes, so that nothing but the caller is wrong; an empty object suits
   * those without one.
   */
  private static Object body(Route route) {
    var message = Map.of("clientId", UUID.randomUUID().toString(), "after", 1, "text", "hi");
    return switch (route.toString()) {
      case "PUT /profile" -> Map.of("name", "Ada", "color", "blue");
      case "POST /rooms" ->
          Map.of(
              "clientId", UUID.randomUUID().toString(), "name", "A room", "visibility", "public");
      case "PATCH /rooms/{room}" -> Map.of("topic", "all sorts");
      case "PUT /rooms/{room}/members/{user}" -> Map.of("role", "member");
      case "PUT /rooms/{room}/read" -> Map.of("seq", 1, "messages", 1);
      case "POST /rooms/{room}/messages", "PATCH /rooms/{room}/messages/{seq}" -> message;
      case "POST /rooms/{room}/messages/{seq}/reactions" ->
          Map.of("clientId", UUID.randomUUID().toString(), "after", 1, "emoji", "👍", "on", true);
      case "POST /rooms/{room}/reminders" ->
          Map.of("id", UUID.randomUUID().toString(), "whom", "me", "at", tomorrow(), "text", "tea");
      case "PUT /rooms/{room}/sms" -> Map.of("mode", "all");
      case "POST /sync" -> Map.of("rooms", List.of(Map.of("room", "r", "after", 0)));
      default -> route.takesBody() ? failNoRow(route) : "{}";
    };
  }

  private static String tomorrow() {
    return Instant.now().plus(Duration.ofDays(1)).toString();
  }

  private static Object failNoRow(Route route) {
    throw new AssertionError("%s has no row here: write a body that it takes".formatted(route));
  }
}
