package parley.messages;

import static software.amazon.awssdk.services.dynamodb.model.AttributeValue.fromL;
import static software.amazon.awssdk.services.dynamodb.model.AttributeValue.fromM;
import static software.amazon.awssdk.services.dynamodb.model.AttributeValue.fromN;
import static software.amazon.awssdk.services.dynamodb.model.AttributeValue.fromS;

import java.util.Map;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;

/** Participants as items of the table Participants. */
final class ParticipantItem {

  private ParticipantItem() {}

  static Map<String, AttributeValue> key(String room, String user) {
    return Map.of("room", fromS(room), "user", fromS(user));
  }

  static Map<String, AttributeValue> of(Participant participant) {
    var standing = participant.standing();
    return Map.of(
        "room", fromS(participant.room()),
        "user", fromS(participant.user()),
        "state", fromS(standing == Standing.NONE ? "removed" : "member"),
        "role", fromS(standing == Standing.OWNER ? "owner" : "member"),
        "change", fromM(change(participant.change())),
        "done", fromL(participant.done().stream().map(ParticipantItem::done).toList()),
        "version", number(participant.version()));
  }

  static Participant participant(Map<String, AttributeValue> item) {
    var user = text(item, "user");
    return new Participant(
        text(item, "room"),
        user,
        text(item, "state").equals("removed") ? Standing.NONE : Standing.of(text(item, "role")),
        change(user, item.get("change").m()),
        item.get("done").l().stream().map(value -> done(value.m())).toList(),
        number(item, "version"));
  }

  static AttributeValue number(long number) {
    return fromN(Long.toString(number));
  }

  private static Map<String, AttributeValue> change(Participant.Change change) {
    return Map.of(
        "id", fromS(change.id()),
        "change", fromS(change.membership().change()),
        "role", fromS(change.membership().role()),
        "by", fromS(change.by()),
        "after", number(change.after()));
  }

  private static Participant.Change change(String user, Map<String, AttributeValue> item) {
    return new Participant.Change(
        text(item, "id"),
        new Body.Membership(user, text(item, "change"), text(item, "role")),
        text(item, "by"),
        number(item, "after"));
  }

  private static AttributeValue done(Participant.Done done) {
    return fromM(
        Map.of(
            "id", fromS(done.id()),
            "seq", number(done.position().seq()),
            "messages", number(done.position().messages())));
  }

  private static Participant.Done done(Map<String, AttributeValue> item) {
    return new Participant.Done(
        text(item, "id"), new Position(number(item, "seq"), number(item, "messages")));
  }

  private static String text(Map<String, AttributeValue> item, String name) {
    return item.get(name).s();
  }

  private static long number(Map<String, AttributeValue> item, String name) {
    return Long.parseLong(item.get(name).n());
  }
}
