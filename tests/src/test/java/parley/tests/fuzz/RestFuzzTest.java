package parley.tests.fuzz;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.ObjectMapper;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.util.List;
import org.junit.jupiter.api.Test;
import parley.tests.twin.Routes;
import parley.tests.twin.Routes.Route;
import parley.tests.twin.RunningTwin;

/**
 * Every route of the REST API of the running stack, with spoilt paths, queries, headers, bodies.
 */
class RestFuzzTest {

  private static final int EXECUTIONS = 1_000;
  private static final int LANES = 4;
  private static final int GATEWAY_TIMEOUT = 504;
  private static final ObjectMapper JSON = new ObjectMapper();
  private static final HttpClient CLIENT = HttpClient.newHttpClient();
  private static final List<String> QUERIES =
      List.of("query", "users", "scope", "next", "before", "after", "limit", "clientId");
  private static final List<String> TYPES =
      List.of("application/json", "application/json; charset=utf-16", "text/plain", "*/*", "x");

  private final Sane sane = Sane.begin();
  private final String id = sane.attacker().id();
  private final List<Route> routes = Routes.all().toList();

  @Test
  void everyRequestIsAnsweredAndNothingBreaks() throws Exception {
    Executions.run("requests over REST", EXECUTIONS, LANES, this::answered);
    sane.assertUnharmed();
  }

  private void answered(Hostile hostile) throws Exception {
    var route = hostile.any(routes);
    var request = request(route, hostile);
    var response = CLIENT.send(request, BodyHandlers.ofString());
    if (response.statusCode() == GATEWAY_TIMEOUT) {
      response = CLIENT.send(request, BodyHandlers.ofString());
    }
    assertAnswer(response, request);
  }

  private static void assertAnswer(HttpResponse<String> response, HttpRequest request)
      throws Exception {
    var shown = "%s for %s".formatted(response.body(), request.uri());
    assertThat(response.statusCode()).as(shown).isBetween(200, 499);
    var body = JSON.readTree(response.body());
    assertThat(body.isObject()).as(shown).isTrue();
    if (response.statusCode() >= 400) {
      assertThat(body.path("code").asText()).as(shown).isNotEmpty();
      assertThat(response.headers().firstValue("content-type"))
          .as(shown)
          .hasValue("application/problem+json");
    }
  }

  private HttpRequest request(Route route, Hostile hostile) {
    var path =
        route
            .path()
            .replace("{room}", segment(hostile, hostile.once(8) ? sane.room() : sane.attacked()))
            .replace("{user}", segment(hostile, id))
            .replace("{seq}", segment(hostile, Long.toString(hostile.random().nextLong(1, 9))))
            .replace("{alarm}", segment(hostile, Routes.SOME_ID))
            .replace("{reminder}", segment(hostile, Routes.SOME_ID))
            .replace("{media}", segment(hostile, Routes.SOME_ID));
    var address = URI.create("%s/api%s?%s".formatted(RunningTwin.site(), path, query(hostile)));
    var body = route.method().equals("GET") && hostile.once(2) ? "" : body(hostile);
    return HttpRequest.newBuilder(address)
        .method(route.method(), BodyPublishers.ofString(body))
        .header("Authorization", "Bearer " + sane.attacker().token())
        .header("Content-Type", hostile.once(10) ? hostile.any(TYPES) : "application/json")
        .build();
  }

  private static String segment(Hostile hostile, String good) {
    return hostile.once(4) ? hostile.encoded() : good;
  }

  private static String query(Hostile hostile) {
    var query = new StringBuilder("clientId=00000000-0000-4000-8000-000000000000&after=1");
    for (var i = hostile.random().nextInt(4); i > 0; i--) {
      query.append('&').append(hostile.any(QUERIES)).append('=').append(hostile.encoded());
    }
    return query.toString();
  }

  private String body(Hostile hostile) {
    return switch (hostile.random().nextInt(12)) {
      case 0 -> hostile.json();
      case 1 -> hostile.text();
      default -> Members.spoilt(hostile, sane.attacked(), 2).json();
    };
  }
}
