package parley.addons.sms;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.UnaryOperator;
import parley.outside.Row;
import parley.outside.Rows;

/** Whose numbers are whose, and what people set. */
record People(Rows rows) {

  private static final String SETTINGS = "settings";
  private static final String LINK = "link";

  /** What somebody set; what everybody has at first where they set nothing. */
  Preferences preferences(String user) {
    return preferences(row(user));
  }

  /** Whose a number is, if anybody's. */
  Optional<Link> whose(String number) {
    var row = linkRow(number);
    return row.exists() ? Optional.of(row.as(Link.class)) : Optional.empty();
  }

  /** Changes what somebody set. */
  Preferences change(String user, UnaryOperator<Preferences> change) {
    return changeWith(user, change, List.of());
  }

  /**
   * Changes what somebody set, and writes other rows with it, all or nothing. Throws where one of
   * those was changed by others.
   */
  Preferences changeWith(String user, UnaryOperator<Preferences> change, List<Row> others) {
    return Rows.made(
        () -> {
          var row = row(user);
          var changed = change.apply(preferences(row));
          var writes = new ArrayList<>(others);
          writes.add(row.holding(changed));
          return rows.change(writes, List.of()) ? Optional.of(changed) : Optional.empty();
        });
  }

  /** Makes a number somebody's, and nobody else's. */
  void link(String user, String number) {
    Rows.attempt(
        () -> {
          var row = row(user);
          var before = preferences(row);
          var link = linkRow(number);
          var writes =
              new ArrayList<>(
                  List.of(
                      row.holding(before.numbered(number)), link.holding(new Link(user, false))));
          before(link, user)
              .map(other -> other.holding(preferences(other).numbered("")))
              .ifPresent(writes::add);
          return rows.change(writes, given(before.number(), number));
        });
  }

  /** Forgets somebody's number. */
  void unlink(String user) {
    Rows.attempt(
        () -> {
          var row = row(user);
          var before = preferences(row);
          return before.number().isEmpty()
              || rows.change(List.of(row.holding(before.numbered(""))), given(before.number(), ""));
        });
  }

  /** Notes whether SMS may be sent to a number; without effect where it is nobody's. */
  void stop(String number, boolean stopped) {
    stopWith(number, stopped, List.of());
  }

  /**
   * Notes it as {@link #stop} does, and writes other rows with it, all or nothing; those are
   * written also where the number is nobody's. Throws where one of them was changed by others.
   */
  void stopWith(String number, boolean stopped, List<Row> others) {
    Rows.attempt(
        () -> {
          var row = linkRow(number);
          var writes = new ArrayList<>(others);
          if (row.exists()) {
            writes.add(row.holding(new Link(row.as(Link.class).user(), stopped)));
          }
          return writes.isEmpty() || rows.change(writes, List.of());
        });
  }

  private Optional<Row> before(Row link, String user) {
    return link.exists() && !link.as(Link.class).user().equals(user)
        ? Optional.of(row(link.as(Link.class).user()))
        : Optional.empty();
  }

  /** The row of a number that somebody gives up for another. */
  private List<Row> given(String before, String now) {
    var row = before.isEmpty() || before.equals(now) ? null : linkRow(before);
    return row == null || !row.exists() ? List.of() : List.of(row);
  }

  private static Preferences preferences(Row row) {
    return row.exists() ? row.as(Preferences.class) : Preferences.NONE;
  }

  private Row row(String user) {
    return rows.read(person(user), SETTINGS);
  }

  private Row linkRow(String number) {
    return rows.read("number#" + number, LINK);
  }

  /** What all of somebody's own rows belong to. */
  static String person(String user) {
    return "person#" + user;
  }
}
