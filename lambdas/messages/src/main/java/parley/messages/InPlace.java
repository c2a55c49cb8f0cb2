package parley.messages;

import static software.amazon.awssdk.services.dynamodb.model.AttributeValue.fromM;
import static software.amazon.awssdk.services.dynamodb.model.AttributeValue.fromS;

import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;
import software.amazon.awssdk.services.dynamodb.model.UpdateItemRequest;

/**
 * What a later entry changes in the item of a message: one conditional update each, ordered by the
 * entry's seq, so that neither repetition nor lateness changes how the message comes to stand.
 */
final class InPlace {

  private InPlace() {}

  /** The update that a change asks for; empty for entries that change nothing. */
  static Optional<UpdateItemRequest.Builder> update(Entry change) {
    return switch (change.body()) {
      case Body.Message _, Body.Membership _ -> Optional.empty();
      case Body.Edit(var target, var text) -> Optional.of(edit(change, target, text));
      case Body.Deletion(var target) -> Optional.of(deletion(change, target));
      case Body.Reaction(var target, var emoji, var on) ->
          Optional.of(
              of(
                  change.room(),
                  target,
                  Map.of("#mark", EntryItem.reaction(emoji, change.sender())),
                  Map.of(":mark", EntryItem.mark(change.seq(), on)),
                  "set #mark = :mark",
                  "(attribute_not_exists(#mark) or #mark < :mark)"));
    };
  }

  /** The latest edit wins, and none brings back what was deleted. */
  private static UpdateItemRequest.Builder edit(Entry change, long target, String text) {
    return of(
        change.room(),
        target,
        Map.of("#text", "text"),
        Map.of(":text", fromS(text), ":edited", fromM(made(change)), ":seq", seq(change)),
        "set #text = :text, edited = :edited",
        "attribute_not_exists(deleted) and (attribute_not_exists(edited) or edited.seq < :seq)");
  }

  /** The first deletion counts: those that met it in the log found nothing left to delete. */
  private static UpdateItemRequest.Builder deletion(Entry change, long target) {
    var deleted = made(change);
    deleted.put("by", fromS(change.sender()));
    return of(
        change.room(),
        target,
        Map.of("#text", "text"),
        Map.of(":deleted", fromM(deleted), ":seq", seq(change)),
        "set deleted = :deleted remove #text, edited",
        "(attribute_not_exists(deleted) or deleted.seq > :seq)");
  }

  private static UpdateItemRequest.Builder of(
      String room,
      long target,
      Map<String, String> names,
      Map<String, AttributeValue> values,
      String update,
      String condition) {
    var allNames = new HashMap<>(names);
    allNames.put("#kind", "kind");
    var allValues = new HashMap<>(values);
    allValues.put(":message", fromS("message"));
    return UpdateItemRequest.builder()
        .key(EntryItem.key(room, target))
        .updateExpression(update)
        .conditionExpression("#kind = :message and " + condition)
        .expressionAttributeNames(allNames)
        .expressionAttributeValues(allValues);
  }

  private static Map<String, AttributeValue> made(Entry change) {
    return new HashMap<>(Map.of("seq", seq(change), "time", EntryItem.time(change.time())));
  }

  private static AttributeValue seq(Entry change) {
    return EntryItem.number(change.seq());
  }
}
