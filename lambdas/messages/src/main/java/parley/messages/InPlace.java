package parley.messages;

import static software.amazon.awssdk.services.dynamodb.model.AttributeValue.fromM;
import static software.amazon.awssdk.services.dynamodb.model.AttributeValue.fromNs;
import static software.amazon.awssdk.services.dynamodb.model.AttributeValue.fromS;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;
import software.amazon.awssdk.services.dynamodb.model.UpdateItemRequest;

/**
 * One update of an earlier entry's item, on a condition.
 *
 * <p>The conditions go by the seq of the entry that asks for the change, so that neither repetition
 * nor lateness changes how a message comes to stand.
 *
 * @param seq the entry that is changed
 * @param kind what kind it must be of
 * @param names the attributes that are not named by themselves in the expressions
 */
record InPlace(
    String room,
    long seq,
    String kind,
    String update,
    String condition,
    Map<String, String> names,
    Map<String, AttributeValue> values) {

  private static final Map<String, String> TEXT = Map.of("#text", "text");

  /** What goes with a deleted message. */
  private static final Map<String, String> SAID =
      Map.of("#text", "text", "#from", "from", "#data", "data");

  /** The latest edit wins, and none brings back what was deleted. */
  static InPlace edit(Entry change, Body.Edit edit) {
    return new InPlace(
        change.room(),
        edit.target(),
        "message",
        "set #text = :text, edited = :edited add edits :seqs",
        "attribute_not_exists(deleted) and (attribute_not_exists(edited) or edited.seq < :seq)",
        TEXT,
        Map.of(
            ":text", fromS(edit.text()),
            ":edited", fromM(made(change)),
            ":seq", seq(change),
            ":seqs", fromNs(List.of(seq(change).n()))));
  }

  /** An edit that comes after a later one is only noted, so that a deletion finds it. */
  static InPlace lateEdit(Entry change, Body.Edit edit) {
    return new InPlace(
        change.room(),
        edit.target(),
        "message",
        "add edits :seqs",
        "attribute_not_exists(deleted)",
        Map.of(),
        Map.of(":seqs", fromNs(List.of(seq(change).n()))));
  }

  /** The first deletion counts: those that met it in the log found nothing left to delete. */
  static InPlace deletion(Entry change, Body.Deletion deletion) {
    var deleted = made(change);
    deleted.put("by", fromS(change.sender()));
    return new InPlace(
        change.room(),
        deletion.target(),
        "message",
        "set deleted = :deleted remove #text, #from, #data, edited",
        "(attribute_not_exists(deleted) or deleted.seq > :seq)",
        SAID,
        Map.of(":deleted", fromM(deleted), ":seq", seq(change)));
  }

  /** The last that a user did with an emoji counts. */
  static InPlace reaction(Entry change, Body.Reaction reaction) {
    return new InPlace(
        change.room(),
        reaction.target(),
        "message",
        "set #mark = :mark",
        "(attribute_not_exists(#mark) or #mark < :mark)",
        Map.of("#mark", EntryItem.reaction(reaction.emoji(), change.sender())),
        Map.of(":mark", EntryItem.mark(change.seq(), reaction.on())));
  }

  /** The edit of a deleted message says nothing any more. */
  static InPlace erasure(String room, long edit) {
    return new InPlace(
        room,
        edit,
        "edit",
        "remove #text, #from, #data",
        "attribute_exists(#text)",
        SAID,
        Map.of());
  }

  /** The call that it is. */
  UpdateItemRequest.Builder request() {
    var allNames = new HashMap<>(names);
    allNames.put("#kind", "kind");
    var allValues = new HashMap<>(values);
    allValues.put(":kind", fromS(kind));
    return UpdateItemRequest.builder()
        .key(EntryItem.key(room, seq))
        .updateExpression(update)
        .conditionExpression("#kind = :kind and " + condition)
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
