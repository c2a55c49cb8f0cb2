package parley.infra;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import parley.infra.review.Plain;

/** What people wrote must survive deployments, and what expires by itself must expire. */
class DataTest {

  private static final String TABLE = "AWS::DynamoDB::GlobalTable";

  private static final Set<String> LASTING =
      Set.of(
          "IdentityNamesTableF1C67E74",
          "IdentityProfilesTable4151C209",
          "MessagesParticipantsTableB728BBE0",
          "MessagesTable057D4C7C",
          "RoomsMembersTable3538BD08",
          "RoomsTable7E7035E6",
          "SignInPoolFD298EFA",
          "SlackBridgedTableE3666329",
          "SlackKeysSecretBBE34B82",
          "SmsKeysSecret718BACB3",
          "SmsTextingTable056E1D4A",
          "TriggersRemindersPendingTableB319DC81",
          "TriggersWebhooksKeysSecret1411E787");

  @Test
  void idsOfWhatHoldsDataNeverChange() {
    assertThat(holdersOfData(Synthesized.FULL))
        .as(
            "CloudFormation takes a new logical id for a new resource: it makes an empty table (or"
                + " user pool, or a secret without the keys that an operator put there) and leaves"
                + " or deletes the one with the customers' data. Give the construct its old id and place back; only something added may be added here")
        .isEqualTo(LASTING);
  }

  /** What passes by itself, and what can be made again: lost all the same for whoever needs it. */
  @Test
  void idsOfWhatHoldsAnythingElseChangeOnlyOnPurpose() {
    Approved.isStill(
        "ids.txt",
        """
        # A new id is a new, empty resource, and CloudFormation deletes the one of the old id: sockets
        # close and tickets fail, the site is empty until its files are copied, undelivered items are
        # gone, a log's past is gone. Give the construct its old id and place back, or deploy in a
        # quiet hour and say so in the changelog.
        """
            + Holdings.ids(Synthesized.FULL).entrySet().stream()
                .filter(e -> !LASTING.contains(e.getKey()))
                .map(e -> "%-10s %s\n".formatted(e.getValue(), e.getKey()))
                .collect(Collectors.joining()));
  }

  @Test
  void whatEveryInstanceHasHasTheSameIds() {
    assertThat(holdersOfData(Synthesized.FULL)).containsAll(holdersOfData(Synthesized.DEMO));
  }

  @Test
  void whatIsKeptIsProtectedAndBackedUp() {
    lasting(Synthesized.FULL)
        .forEach(
            (id, table) -> {
              var replica = table.at("/Properties/Replicas/0");
              assertThat(table.path("DeletionPolicy").asText()).as(id).startsWith("Retain");
              assertThat(table.path("UpdateReplacePolicy").asText()).as(id).startsWith("Retain");
              assertThat(replica.path("DeletionProtectionEnabled").asBoolean()).as(id).isTrue();
              assertThat(
                      replica
                          .at("/PointInTimeRecoverySpecification/PointInTimeRecoveryEnabled")
                          .asBoolean())
                  .as(id)
                  .isTrue();
            });
    var pool = Synthesized.FULL.only("AWS::Cognito::UserPool");
    assertThat(pool.path("DeletionProtection").asText()).isEqualTo("ACTIVE");
  }

  @Test
  void aThrowAwayInstanceLeavesNothingBehind() {
    Synthesized.DEMO.each(
        (id, resource) ->
            assertThat(resource.path("DeletionPolicy").asText("Delete"))
                .as(id)
                .isEqualTo("Delete"));
    lasting(Synthesized.DEMO)
        .forEach(
            (id, table) ->
                assertThat(table.at("/Properties/Replicas/0/DeletionProtectionEnabled").asBoolean())
                    .as(id)
                    .isFalse());
  }

  @Test
  void whatPassesExpires() {
    var expiring = new TreeMap<String, String>();
    Synthesized.FULL
        .all(TABLE)
        .forEach(
            (id, table) -> {
              var expiry = table.path("TimeToLiveSpecification");
              if (expiry.path("Enabled").asBoolean()) {
                expiring.put(Plain.name(id), expiry.path("AttributeName").asText());
              }
            });
    assertThat(expiring)
        .isEqualTo(
            Map.of(
                "ConnectionsTable", "expires",
                "ConnectionsSubscriptionsTable", "expires",
                "ConnectionsTicketsTable", "expires",
                "MessagesPostsTable", "expires",
                "PanicAlarmsTable", "expires",
                // Codes and counts of it; who is linked has no such attribute.
                "SmsTextingTable", "expires"));
  }

  private static Set<String> holdersOfData(Synthesized stack) {
    var ids = new TreeSet<>(lasting(stack).keySet());
    ids.addAll(stack.all("AWS::Cognito::UserPool").keySet());
    ids.addAll(stack.all("AWS::SecretsManager::Secret").keySet());
    return ids;
  }

  private static Map<String, JsonNode> lasting(Synthesized stack) {
    var tables = new TreeMap<String, JsonNode>();
    stack.each(
        (id, resource) -> {
          if (resource.path("Type").asText().equals(TABLE)
              && (!resource.path("Properties").has("TimeToLiveSpecification")
                  || resource.path("DeletionPolicy").asText().startsWith("Retain"))) {
            tables.put(id, resource);
          }
        });
    return tables;
  }
}
