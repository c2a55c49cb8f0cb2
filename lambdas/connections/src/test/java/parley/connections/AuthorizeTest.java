package parley.connections;

import static org.assertj.core.api.Assertions.assertThat;
import static parley.connections.Fixtures.CLOCK;
import static parley.connections.Fixtures.NOW;

import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import parley.kernel.Json;

final class AuthorizeTest {

  private static final String EVENT =
      """
      {"type": "REQUEST",
       "methodArn": "arn:aws:execute-api:eu-west-1:123456789012:abcdef1234/ws/$connect",
       "headers": {"Host": "abcdef1234.execute-api.eu-west-1.amazonaws.com", "Origin": "https://chat.example.org",
         "Sec-WebSocket-Version": "13", "X-Forwarded-Proto": "https"},
       "multiValueHeaders": {"Origin": ["https://chat.example.org"]},
       "queryStringParameters": {"ticket": "shown"},
       "multiValueQueryStringParameters": {"ticket": ["shown"]},
       "stageVariables": {},
       "requestContext": {"routeKey": "$connect", "eventType": "CONNECT", "stage": "ws", "apiId": "abcdef1234",
         "connectionId": "A1="}}
      """;

  private final FakeTickets tickets = new FakeTickets();
  private final Authorize authorize = new Authorize(tickets, "https://chat.example.org", CLOCK);

  @BeforeEach
  void issued() {
    tickets.add(new Ticket(Ticket.digest("shown"), "ada", "Ada", NOW.plusSeconds(30)));
  }

  @Test
  void aTicketFromTheSiteOpensTheSocketForItsHolder() {
    assertThat(decide(EVENT))
        .isEqualTo(
            """
            {"principalId":"ada","policyDocument":{"Version":"2012-10-17","Statement":[{"Action":"execute-api:Invoke",\
            "Effect":"Allow","Resource":"arn:aws:execute-api:eu-west-1:123456789012:abcdef1234/ws/$connect"}]},\
            "context":{"user":"ada","name":"Ada"}}""");
  }

  @Test
  void aTicketOpensOneSocket() {
    decide(EVENT);

    assertDenied(decide(EVENT));
  }

  @Test
  void anExpiredTicketOpensNone() {
    tickets.add(new Ticket(Ticket.digest("shown"), "ada", "Ada", NOW));

    assertDenied(decide(EVENT));
  }

  @Test
  void headerNamesHaveNoCase() {
    assertThat(decide(EVENT.replace("\"Origin\": \"", "\"oRIGIN\": \""))).contains("Allow");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "https://chat.example.org.evil.example",
        "https://chat.example.org/",
        "https://chat.example.org:443",
        "http://chat.example.org",
        "HTTPS://chat.example.org",
        "null",
        ""
      })
  void anotherOriginIsDeniedAndUsesUpNoTicket(String origin) {
    assertDenied(decide(EVENT.replace("\"https://chat.example.org\"", "\"" + origin + "\"")));

    assertThat(decide(EVENT)).contains("Allow");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "{}",
        "[]",
        "null",
        "7",
        "{\"methodArn\": \"arn\"}",
        "{\"methodArn\": 7, \"headers\": [], \"queryStringParameters\": 3}",
        "{\"methodArn\": \"arn\", \"headers\": null, \"queryStringParameters\": null}",
        "{\"methodArn\": \"arn\", \"headers\": {\"Origin\": \"https://chat.example.org\"}}",
        "{\"methodArn\": \"arn\", \"headers\": {\"origin\": \"https://chat.example.org\"},"
            + " \"queryStringParameters\": {\"ticket\": \"\"}}",
        "{\"methodArn\": \"arn\", \"headers\": {\"origin\": \"https://chat.example.org\"},"
            + " \"queryStringParameters\": {\"ticket\": {\"a\": 1}}}",
        "{\"headers\": {\"origin\": \"https://chat.example.org\"},"
            + " \"queryStringParameters\": {\"ticket\": \"shown\"}}"
      })
  void whateverElseComesIsDenied(String event) {
    assertDenied(decide(event));
    assertThat(tickets.rows).hasSize(1);
  }

  private String decide(String event) {
    return Json.write(authorize.decide(Json.read(event)));
  }

  private static void assertDenied(String policy) {
    assertThat(policy)
        .contains("\"Effect\":\"Deny\"", "\"principalId\":\"nobody\"")
        .doesNotContain("Allow", "context", "ada");
  }
}
