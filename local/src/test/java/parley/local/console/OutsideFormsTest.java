package parley.local.console;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import org.junit.jupiter.api.Test;

/** The console's view of outside parties, and the one thing that the console does. */
class OutsideFormsTest extends ConsoleCase {

  @Test
  void aPartyIsShownWithItsFormsAndWhatWasSaid() throws Exception {
    var unused = post("/api/outside/echo/shout", "{\"to\": \"/api/stack\"}", address.toString());

    var echo = get("/api/outside").get(0);

    assertThat(echo.path("name").asText()).isEqualTo("echo");
    assertThat(echo.path("origins").get(0).asText()).isEqualTo("https://echo.example");
    assertThat(echo.at("/forms/0/title").asText()).isEqualTo("Shout");
    assertThat(echo.at("/forms/0/fields/1/choices").size()).isEqualTo(2);
    assertThat(echo.at("/exchanges/0/direction").asText()).isEqualTo("in");
    assertThat(echo.at("/exchanges/0/path").asText()).isEqualTo("/api/stack");
    assertThat(echo.at("/exchanges/0/body").asText()).isEqualTo("loud (not shown)");
  }

  @Test
  void aFormMakesThePartyDoSomething() throws Exception {
    var answer = post("/api/outside/echo/shout", "{\"to\": \"/api/stack\"}", address.toString());

    assertThat(answer.statusCode()).as(answer.body()).isEqualTo(200);
    // The console answers to itself, as the stack's site here, that it only reads.
    assertThat(answer.body()).isEqualTo("{\"said\":\"the stack answered 405\"}");
  }

  @Test
  void aPageOfAnotherOriginMakesAPartyDoNothing() throws Exception {
    for (var origin : new String[] {"http://evil.example", "null", "http://localhost:1"}) {
      assertThat(post("/api/outside/echo/shout", "{}", origin).statusCode()).isEqualTo(403);
    }
    assertThat(get("/api/outside").get(0).path("exchanges")).isEmpty();
  }

  @Test
  void onlyJsonIsTaken() throws Exception {
    var form =
        HttpRequest.newBuilder(address.resolve("/api/outside/echo/shout"))
            .header("Content-Type", "text/plain")
            .POST(HttpRequest.BodyPublishers.ofString("{}"));

    assertThat(http.send(form.build(), HttpResponse.BodyHandlers.ofString()).statusCode())
        .isEqualTo(415);
  }

  @Test
  void whatDoesNotFitIsSaid() throws Exception {
    var own = address.toString();
    assertThat(post("/api/outside/echo/none", "{}", own).body())
        .isEqualTo("{\"message\":\"echo has no form none\"}");
    assertThat(post("/api/outside/echo/shout", "[]", own).statusCode()).isEqualTo(400);
    assertThat(post("/api/outside/other/shout", "{}", own).statusCode()).isEqualTo(404);
    assertThat(post("/api/outside/echo", "{}", own).statusCode()).isEqualTo(404);
    assertThat(post("/api/outside/echo/shout", "{\"to\": \"@echo.example\"}", own).statusCode())
        .isEqualTo(502);
  }

  private HttpResponse<String> post(String path, String body, String origin) throws Exception {
    return http.send(
        HttpRequest.newBuilder(address.resolve(path))
            .header("Content-Type", "application/json")
            .header("Origin", origin)
            .POST(HttpRequest.BodyPublishers.ofString(body))
            .build(),
        HttpResponse.BodyHandlers.ofString());
  }
}
