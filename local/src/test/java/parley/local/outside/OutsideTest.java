package parley.local.outside;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.sun.net.httpserver.HttpServer;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Path;
import java.time.Clock;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import parley.local.FakeStack;
import parley.local.secret.Secrets;
import parley.local.template.Names;

/** A stack that talks to a party that stands in for an origin. */
@Timeout(60)
class OutsideTest {

  private static final String TEMPLATE =
      """
      {"Keys": {"Type": "AWS::SecretsManager::Secret", "Properties": {"SecretString": "{}"}},
       "Others": {"Type": "AWS::SecretsManager::Secret", "Properties": {"SecretString": "{}"}},
       "Send": {"Type": "AWS::Lambda::Function", "Properties": {"Environment": {"Variables":
         {"ECHO_ORIGIN": "https://echo.example", "SECRET": "{{Keys}}"}}}},
       "Other": {"Type": "AWS::Lambda::Function", "Properties": {"Environment": {"Variables":
         {"OTHERS": "{{Others}}"}}}}}""";

  @TempDir private Path folder;
  private final Names names = FakeStack.freeNames();
  private Secrets secrets;
  private Outside outside;
  private HttpServer site;

  @BeforeEach
  void start() throws Exception {
    secrets = new Secrets(folder, Clock.systemUTC());
    outside = outside(List.of(new Echo(), new Silent()));
    var stack = stack(TEMPLATE);
    secrets.start(stack);
    outside.start(stack);
    site =
        HttpServer.create(
            new InetSocketAddress(InetAddress.getLoopbackAddress(), names.site().getPort()), 0);
    site.createContext(
        "/",
        exchange -> {
          exchange.sendResponseHeaders(202, 0);
          exchange.getResponseBody().write(exchange.getRequestBody().readAllBytes());
          exchange.close();
        });
    site.start();
  }

  @AfterEach
  void stop() {
    outside.close();
    site.stop(0);
  }

  @Test
  void aFunctionIsGivenTheStandInsAddressForTheOrigin() {
    var address = standIn().address().toString();

    assertThat(outside.address("https://echo.example")).isEqualTo(address);
    assertThat(outside.address("https://echo.example/v1?x")).isEqualTo(address + "/v1?x");
    assertThat(outside.address("https://echo.example.org")).isEqualTo("https://echo.example.org");
    assertThat(outside.address("text")).isEqualTo("text");
  }

  @Test
  void onlyPartiesThatAreNamedAreStarted() {
    assertThat(outside.all()).extracting(one -> one.party().name()).containsExactly("echo");
  }

  @Test
  void anEmptySecretBesideTheOriginIsGivenThePartysKeys() throws Exception {
    assertThat(secrets.value(arn("Keys"))).contains("{\"token\":\"echo-token-1\"}");
    assertThat(secrets.value(arn("Others"))).contains("{}");
    assertThat(standIn().keys()).containsEntry("token", "echo-token-1");

    secrets.put(arn("Keys"), "{\"token\":\"rotated-token\"}");

    assertThat(standIn().keys()).containsEntry("token", "rotated-token");
    assertThat(post("/say", "rotated-token", "hi").statusCode()).isEqualTo(200);
    assertThat(post("/say", "echo-token-1", "hi").statusCode()).isEqualTo(401);
  }

  @Test
  void whatTheStackSaysIsKnownWithoutKeys() throws Exception {
    var answer = post("/say?token=echo-token-1", "echo-token-1", "hi echo-token-1");

    assertThat(answer.body()).isEqualTo("hi echo-token-1");
    assertThat(standIn().exchanges())
        .singleElement()
        .satisfies(
            exchange -> {
              assertThat(exchange.direction()).isEqualTo(Exchange.Direction.OUT);
              assertThat(exchange.method()).isEqualTo("POST");
              assertThat(exchange.path()).isEqualTo("/say?token=(not shown)");
              assertThat(exchange.status()).isEqualTo(200);
              assertThat(exchange.body()).isEqualTo("hi (not shown)");
              assertThat(exchange.answer()).isEqualTo("hi (not shown)");
            });
  }

  @Test
  void aPartyThatFailsIsToldOfAsOne() throws Exception {
    assertThat(post("/broken", "", "hi").statusCode()).isEqualTo(500);
  }

  @Test
  void aFormMakesThePartyCallTheStack() throws Exception {
    assertThat(standIn().submit("shout", Map.of("to", "/api/x?y=1")))
        .isEqualTo("the stack answered 202");

    assertThat(standIn().exchanges())
        .singleElement()
        .satisfies(
            exchange -> {
              assertThat(exchange.direction()).isEqualTo(Exchange.Direction.IN);
              assertThat(exchange.path()).isEqualTo("/api/x?y=1");
              assertThat(exchange.status()).isEqualTo(202);
              assertThat(exchange.body()).isEqualTo("loud (not shown)");
            });
  }

  @Test
  void aFormTakesOnlyWhatItAsksFor() {
    assertThatThrownBy(() -> standIn().submit("whisper", Map.of()))
        .hasMessage("echo has no form whisper");
    assertThatThrownBy(() -> standIn().submit("shout", Map.of("how", "shrill")))
        .hasMessage("how is \"shrill\": [loud, low] are allowed");
    assertThatThrownBy(() -> standIn().submit("shout", Map.of("when", "now")))
        .hasMessageStartingWith("shout has no field when, only ");
  }

  @Test
  void aPartyReachesNothingBeyondThisMachine() {
    var away =
        new Surroundings.Sent("GET", URI.create("https://echo.example/"), Map.of(), new byte[0]);

    assertThatThrownBy(() -> standIn().send(away))
        .hasMessage("https://echo.example/ is not on this machine");
  }

  @Test
  void anOriginThatIsDeclaredAndThatNobodyPlaysStopsTheStart() throws Exception {
    var stack =
        stack(
            """
            {"Send": {"Type": "AWS::Lambda::Function", "Properties": {"Environment": {"Variables":
              {"ECHO_ORIGIN": "https://echo.example", "NEW_ORIGIN": "https://new.example", "SITE_ORIGIN": "%s",
               "DOCS": "https://docs.example"}}}}}"""
                .formatted(names.site()));

    assertThat(outside.refusals(stack))
        .containsExactly(
            "Send: its variable NEW_ORIGIN is https://new.example, an outside party that no stand-in"
                + " of the twin plays (those play https://echo.example, https://silent.example): write one,"
                + " or leave out what needs it");
  }

  private HttpResponse<String> post(String path, String token, String body) throws Exception {
    try (var http = HttpClient.newHttpClient()) {
      return http.send(
          HttpRequest.newBuilder(URI.create(standIn().address() + path))
              .header("Authorization", "Bearer " + token)
              .POST(HttpRequest.BodyPublishers.ofString(body))
              .build(),
          HttpResponse.BodyHandlers.ofString());
    }
  }

  private StandIn standIn() {
    return outside.find("echo").orElseThrow();
  }

  private String arn(String id) {
    return secrets.arns().stream().filter(arn -> arn.contains(id)).findFirst().orElseThrow();
  }

  private Outside outside(List<Party> parties) {
    return new Outside(parties, secrets, Clock.systemUTC(), line -> {});
  }

  private FakeStack stack(String template) throws Exception {
    return new FakeStack(names, template, List.of(secrets));
  }

  /** A party that nobody names. */
  private static final class Silent implements Party {

    @Override
    public String name() {
      return "silent";
    }

    @Override
    public Set<String> origins() {
      return Set.of("https://silent.example");
    }

    @Override
    public Map<String, String> keys() {
      return Map.of();
    }

    @Override
    public void start(Surroundings surroundings) {}

    @Override
    public Answer answer(Request request) {
      return Answer.of(200, "text/plain", "");
    }

    @Override
    public List<Form> forms() {
      return List.of();
    }

    @Override
    public String submit(String form, Map<String, String> fields) {
      return "";
    }
  }
}
