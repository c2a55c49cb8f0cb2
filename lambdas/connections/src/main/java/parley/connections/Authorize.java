package parley.connections;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.time.Clock;
import java.util.Optional;
import parley.kernel.Json;

/**
 * Decides whether a socket may open: from the site's own pages, with a ticket that was never used.
 *
 * <p>It takes API Gateway's REQUEST authorizer event of {@code $connect}, and answers the policy
 * that API Gateway expects. Whatever is wrong with the event, the answer is a denial; the ticket is
 * used up by the very asking, but not by a page of another origin.
 */
record Authorize(Tickets tickets, String origin, Clock clock) {

  /** The policy: an allowing one with context {@code {user, name}}, or a denying one. */
  JsonNode decide(JsonNode event) {
    var resource = event.path("methodArn").asText("");
    if (resource.isEmpty() || !origin.equals(header(event.path("headers"), "origin"))) {
      return policy("nobody", "Deny", resource);
    }
    return holder(event.path("queryStringParameters").path("ticket").asText(""))
        .map(ticket -> allow(ticket, resource))
        .orElseGet(() -> policy("nobody", "Deny", resource));
  }

  private Optional<Ticket> holder(String shown) {
    return shown.isEmpty() ? Optional.empty() : tickets.take(Ticket.digest(shown), clock.instant());
  }

  private static JsonNode allow(Ticket ticket, String resource) {
    var policy = policy(ticket.user(), "Allow", resource);
    policy.putObject("context").put("user", ticket.user()).put("name", ticket.name());
    return policy;
  }

  private static ObjectNode policy(String principal, String effect, String resource) {
    var policy = Json.object().put("principalId", principal);
    policy
        .putObject("policyDocument")
        .put("Version", "2012-10-17")
        .putArray("Statement")
        .addObject()
        .put("Action", "execute-api:Invoke")
        .put("Effect", effect)
        .put("Resource", resource.isEmpty() ? "*" : resource);
    return policy;
  }

  /** Header names have no case (RFC 9110, 5.1), and API Gateway passes them on as they came. */
  private static String header(JsonNode headers, String name) {
    return headers
        .propertyStream()
        .filter(header -> header.getKey().equalsIgnoreCase(name))
        .map(header -> header.getValue().asText())
        .findFirst()
        .orElse("");
  }
}
