package parley.addons.sms;

import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import parley.outside.Row;
import parley.outside.Rows;

/**
 * Which pictures a message has, so that they go with it.
 *
 * <pre>
 *   absent ──► stands ──► deleted
 *      └──────────────────►
 * </pre>
 *
 * That a message was deleted may be heard before it is known which pictures it has; and a further
 * try to write it puts them there anew. So a deletion is known for as long as anything is tried.
 */
record Album(Rows rows, Pictures pictures, Clock clock) {

  /** Longer than a message is tried to be written. */
  private static final Duration KNOWN = Duration.ofDays(30);

  private static final String PICTURES = "pictures";

  /**
   * What is known of a message.
   *
   * @param ids its pictures'; none where it was deleted first, or has none
   */
  record Page(List<String> ids, boolean deleted) {}

  /** A message has these. They go at once where it was deleted meanwhile. */
  void stands(String room, long seq, List<String> ids) {
    var page =
        Rows.made(
            () -> {
              var row = row(room, seq);
              return row.exists()
                  ? Optional.of(row.as(Page.class))
                  : written(row, new Page(ids, false));
            });
    if (page.deleted()) {
      remove(room, ids);
    }
  }

  /** A message was deleted: its pictures go. */
  void deleted(String room, long seq) {
    var page =
        Rows.made(
            () -> {
              var row = row(room, seq);
              var ids = row.exists() ? row.as(Page.class).ids() : List.<String>of();
              return written(row.until(clock.instant().plus(KNOWN)), new Page(ids, true));
            });
    remove(room, page.ids());
  }

  /** These are no message's: the room did not take it. */
  void remove(String room, List<String> ids) {
    ids.forEach(id -> pictures.remove(room, id));
  }

  private Optional<Page> written(Row row, Page page) {
    return rows.write(row.holding(page)) ? Optional.of(page) : Optional.empty();
  }

  private Row row(String room, long seq) {
    return rows.read("message#%s#%d".formatted(room, seq), PICTURES);
  }
}
