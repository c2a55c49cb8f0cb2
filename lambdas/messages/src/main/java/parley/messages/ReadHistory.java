package parley.messages;

import java.util.List;
import java.util.Optional;
import parley.kernel.Input;
import parley.kernel.Json;
import parley.kernel.Refusal;
import parley.kernel.Reply;
import parley.kernel.Request;
import parley.kernel.UseCase;

/**
 * Reads a page of a room's log: the latest, or the one before a seq, or the one after a seq.
 *
 * <p>Whether the caller may see it is asked after it was read: so nothing is shown that was written
 * after they were removed.
 */
final class ReadHistory implements UseCase {

  static final int LARGEST_PAGE = 200;
  static final int USUAL_PAGE = 50;

  private final Log log;
  private final Rights rights;

  ReadHistory(Log log, Rights rights) {
    this.log = log;
    this.rights = rights;
  }

  @Override
  public Reply handle(Request request) {
    var input = request.input();
    var range = range(input);
    return input
        .refusal()
        .map(Reply::refused)
        .orElseGet(() -> read(range, request.caller().user()));
  }

  private Reply read(Range range, String user) {
    var page = log.read(range);
    if (rights.of(range.room(), user) == Standing.NONE) {
      return Reply.refused(Refusal.notFound("room"));
    }
    return Reply.ok(
        Json.object()
            .put("more", page.more())
            .set("entries", EntryJson.of(ascending(page.entries(), range.newestFirst()))));
  }

  private static Range range(Input input) {
    var after = bound(input, "after", 0);
    var before = bound(input, "before", 1);
    return new Range(
        input.id("room"),
        after.map(seq -> seq + 1).orElse(1L),
        before.map(seq -> seq - 1).orElse(Input.MAX_NUMBER),
        after.isEmpty(),
        (int) input.numberOr("limit", 1, LARGEST_PAGE, USUAL_PAGE));
  }

  private static Optional<Long> bound(Input input, String field, long lowest) {
    return input.has(field) ? Optional.of(input.seq(field, lowest)) : Optional.empty();
  }

  private static List<Entry> ascending(List<Entry> entries, boolean newestFirst) {
    return newestFirst ? entries.reversed() : entries;
  }
}
