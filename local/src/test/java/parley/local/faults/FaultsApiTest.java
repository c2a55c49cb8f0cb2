package parley.local.faults;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import parley.local.iam.Grant;
import parley.local.iam.Revocable;
import parley.local.socket.Interference.Fate;

/** What the fault interface answers. */
class FaultsApiTest {

  private static final Instant NOW = Instant.parse("2026-11-24T06:00:00Z");

  private final Rules rules = new Rules();
  private final DisturbedSockets sockets = new DisturbedSockets(rules);
  private final TurnedForward clock = new TurnedForward(Clock.fixed(NOW, ZoneOffset.UTC));
  private final List<String> cut = new ArrayList<>();
  private final Taken grants = new Taken();
  private final FaultsApi api =
      new FaultsApi(
          RulesTest.reader(),
          rules,
          sockets,
          id -> !id.equals("gone=") && cut.add(id),
          grants,
          clock,
          line -> {});

  @Test
  void aRuleIsTakenListedAndRemoved() {
    var added =
        post("/rules", "{\"kind\": \"kill\", \"when\": \"during\", \"function\": \"Send*\"}");

    assertThat(added.status()).isEqualTo(201);
    assertThat(added.body().path("id").asText()).isEqualTo("1");
    assertThat(added.body().path("count").asLong()).isEqualTo(1);
    assertThat(ask("GET", "/rules").path(0)).isEqualTo(added.body());
    assertThat(ask("GET", "/rules/1")).isEqualTo(added.body());
    ask("DELETE", "/rules/1");
    assertThat(ask("GET", "/rules")).isEmpty();
    assertThat(ask("GET", "/rules/1").path("code").asText()).isEqualTo("unknown-rule");
  }

  @Test
  void aGrantIsTakenAwayAndGivenBack() {
    assertThat(send("PUT", "/revoked", "{\"grant\": \"Role 0 sqs:SendMessage arn:q\"}").status())
        .isEqualTo(200);
    assertThat(grants.away).contains(new Grant("Role", 0, "sqs:SendMessage", "arn:q"));
    assertThat(ask("GET", "/injected").toString()).contains("revoked");

    assertThat(ask("GET", "/revoked").path("grant").asText())
        .isEqualTo("Role 0 sqs:SendMessage arn:q");
    assertThat(ask("DELETE", "/revoked").path("grant").asText()).isEmpty();
    assertThat(grants.away).isEmpty();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {"{}", "{\"grant\": \"Role sqs:SendMessage\"}", "{\"grant\": \"None 0 a:B *\"}"})
  void aGrantThatIsNoneIsRefused(String body) {
    var reply = send("PUT", "/revoked", body);

    assertThat(reply.status()).isEqualTo(400);
    assertThat(reply.body().path("code").asText()).isEqualTo("unknown-grant");
    assertThat(grants.away).isEmpty();
  }

  @Test
  void allRulesAreRemovedAtOnce() {
    post("/rules", "{\"kind\": \"repeat\"}");
    post("/rules", "{\"kind\": \"split\"}");

    ask("DELETE", "/rules");

    assertThat(rules.all()).isEmpty();
  }

  @Test
  void itSaysWhichKindsThereAreAndWhatTheirRulesMaySay() {
    var kinds = ask("GET", "/").path("kinds");

    assertThat(kinds).hasSize(Kind.values().length);
    assertThat(kinds.at("/kill/when").toString()).isEqualTo("[\"before\",\"during\",\"after\"]");
    assertThat(kinds.at("/late/members").toString()).contains("mapping", "milliseconds");
    assertThat(ask("GET", "/").at("/known/function/0").asText()).isEqualTo("SendMessage1");
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = ';',
      value = {
        "{'kind':'melt'}; unknown-kind; the kind is \"melt\"; allowed are [kill, time-out",
        "{'kind':'kill','mapping':'x'}; invalid-rule; has no member \"mapping\"",
        "{'kind':'kill','when':'soon'}; invalid-rule; [before, during, after]",
        "{'kind':'kill','function':'Nope*'}; invalid-rule; matches none of [SendMessage1]",
        "{'kind':'kill','function':7}; invalid-rule; must be a text",
        "{'kind':'kill','nth':0}; invalid-rule; a whole number from 1 to",
        "{'kind':'kill','count':1.5}; invalid-rule; count is 1.5",
        "{'kind':'kill','probability':2}; invalid-rule; above 0 and at most 1",
        "{'kind':'latency'}; invalid-rule; needs milliseconds",
        "{'kind':'late','milliseconds':0}; invalid-rule; from 1 to 600000",
        "[]; not-json; no JSON object",
        "{; not-json; no JSON object"
      })
  void aRuleThatCannotBeIsRefusedWithWhatIsAllowed(String rule, String code, String message) {
    var reply = post("/rules", rule.replace('\'', '"'));

    assertThat(reply.status()).isEqualTo(400);
    assertThat(reply.body().path("code").asText()).isEqualTo(code);
    assertThat(reply.body().path("message").asText()).contains(message);
    assertThat(rules.all()).isEmpty();
  }

  @Test
  void noPageMayAsk() {
    var reply = api.answer(asked("GET", "/rules", true, "", ""));

    assertThat(reply.status()).isEqualTo(403);
    assertThat(reply.body().path("code").asText()).isEqualTo("foreign-origin");
    assertThat(api.answer(asked("POST", "/rules", false, "text/plain", "{}")).status())
        .isEqualTo(415);
  }

  @Test
  void whatIsNotThereIsSaidWithWhatIs() {
    assertThat(ask("GET", "/rule").path("message").asText()).contains("/rules/ID");
    assertThat(ask("PUT", "/rules").path("code").asText()).isEqualTo("unknown-method");
    assertThat(ask("DELETE", "/clock").path("message").asText()).contains("[GET, POST]");
  }

  @Test
  void theClockTurnsForwardOnly() {
    assertThat(post("/clock", "{\"forward\": \"PT2H\"}").body().path("ahead").asText())
        .isEqualTo("PT2H");
    assertThat(clock.instant()).isEqualTo(NOW.plus(Duration.ofHours(2)));
    for (var wrong : List.of("-PT1H", "PT0S", "soon", "P365D")) {
      var reply = post("/clock", "{\"forward\": \"%s\"}".formatted(wrong));
      assertThat(reply.body().path("code").asText()).isEqualTo("invalid-clock");
    }
    assertThat(ask("GET", "/clock").path("now").asText()).isEqualTo("2026-11-24T08:00:00Z");
  }

  @Test
  void aSocketIsDisturbedAtOnce() {
    assertThat(post("/sockets/a=", "{\"kind\": \"cut\"}").status()).isEqualTo(200);
    assertThat(cut).containsExactly("a=");
    assertThat(post("/sockets/gone=", "{\"kind\": \"cut\"}").status()).isEqualTo(404);
    assertThat(post("/sockets/b=", "{\"kind\": \"kill\"}").body().path("code").asText())
        .isEqualTo("unknown-kind");

    post("/sockets/b=", "{\"kind\": \"half-open\"}");
    post("/sockets/c=", "{\"kind\": \"stall\"}");

    assertThat(sockets.to("b=")).isEqualTo(Fate.VANISHES);
    assertThat(sockets.from("b=")).isEqualTo(Fate.VANISHES);
    assertThat(sockets.to("c=")).isEqualTo(Fate.WAITS);
    assertThat(sockets.from("c=")).isEqualTo(Fate.PASSES);
    assertThat(sockets.to("a=")).isEqualTo(Fate.PASSES);
    assertThat(ask("GET", "/injected").toString())
        .isEqualTo("{\"cut\":1,\"half-open\":1,\"stall\":1}");
  }

  @Test
  void rulesDisturbSocketsInTheirDirection() {
    post("/rules", "{\"kind\": \"cut\", \"when\": \"after\", \"direction\": \"in\"}");
    post("/rules", "{\"kind\": \"no-disconnect\", \"connection\": \"a*\"}");

    assertThat(sockets.to("a=")).isEqualTo(Fate.PASSES);
    assertThat(sockets.from("a=")).isEqualTo(Fate.PASSES_THEN_CUT);
    assertThat(sockets.isToldOfEnd("b=")).isTrue();
    assertThat(sockets.isToldOfEnd("a=")).isFalse();
  }

  private JsonNode ask(String method, String path) {
    return api.answer(asked(method, path, false, "", "")).body();
  }

  private FaultsApi.Reply post(String path, String body) {
    return send("POST", path, body);
  }

  private FaultsApi.Reply send(String method, String path, String body) {
    return api.answer(asked(method, path, false, "application/json", body));
  }

  private static FaultsApi.Asked asked(
      String method, String path, boolean foreign, String type, String body) {
    return new FaultsApi.Asked(method, path, foreign, type, body.getBytes(UTF_8));
  }

  /** Grants of which one is away. */
  private static final class Taken implements Revocable {

    private Optional<Grant> away = Optional.empty();

    @Override
    public void revoke(Grant grant) {
      if (grant.policy().equals("None")) {
        throw new IllegalArgumentException("no such grant");
      }
      away = Optional.of(grant);
    }

    @Override
    public Optional<Grant> revoked() {
      return away;
    }

    @Override
    public void restore() {
      away = Optional.empty();
    }
  }
}
