package parley.addons.slack;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.HexFormat;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import parley.outside.Row;
import parley.outside.Rows;

/**
 * Which room and channel are linked: a room with one channel at most, and the other way round; and
 * the codes by which a room's owner lets somebody in Slack do that.
 */
record Links(Rows rows, Clock clock) {

  /** How long a code may be used, once. */
  static final Duration LASTS = Duration.ofMinutes(10);

  private static final String LINK = "link";
  private static final String CODE = "code";

  /**
   * What a code stands for.
   *
   * @param user who made it: they must be an owner still when it is used
   */
  record Offer(String room, String user, long until) {}

  /** Which code stands for a room. */
  record Offered(String of) {}

  /** Keeps a code for a room, of which only the digest; the one before is good no longer. */
  Instant offer(String code, String room, String user) {
    var until = clock.instant().plus(LASTS);
    Rows.attempt(() -> offer(code, new Offer(room, user, until.getEpochSecond())));
    return until;
  }

  private boolean offer(String code, Offer offer) {
    var offered = rows.read(room(offer.room()), CODE);
    var before = offered.exists() ? rows.read(offered.as(Offered.class).of(), CODE) : offered;
    var of = "code#" + digest(code);
    return rows.change(
        List.of(Row.absent(of, CODE).holding(offer), offered.holding(new Offered(of))),
        offered.exists() && before.exists() ? List.of(before) : List.of());
  }

  /** What a code was made for; empty where it is unknown, used or too old. */
  Optional<Offer> offered(String code) {
    return valid(code).map(row -> row.as(Offer.class));
  }

  Optional<Link> ofRoom(String room) {
    return anyOfRoom(room).filter(Link::stands);
  }

  Optional<Link> ofChannel(Place place) {
    return anyOfChannel(place).filter(Link::stands);
  }

  /** A room's link, also where it has ended and not everybody was told yet. */
  Optional<Link> anyOfRoom(String room) {
    return link(rows.read(room(room), LINK));
  }

  /** A channel's link, also where it has ended and not everybody was told yet. */
  Optional<Link> anyOfChannel(Place place) {
    return link(rows.read(channel(place), LINK));
  }

  /**
   * Links them, and uses the code up.
   *
   * @return false where the code is not good any more, or one of the two has a link, ended or not
   */
  boolean link(String code, Link link) {
    var used = valid(code);
    return used.isPresent()
        && rows.change(
            List.of(
                Row.absent(room(link.room()), LINK).holding(link),
                Row.absent(channel(link.place()), LINK).holding(link)),
            List.of(used.get()));
  }

  /** Puts one in place of another; false where that was changed meanwhile. */
  boolean replace(Link was, Link link) {
    var both = both(was);
    return both.stream().allMatch(row -> link(row).equals(Optional.of(was)))
        && rows.change(both.stream().map(row -> row.holding(link)).toList(), List.of());
  }

  /**
   * Ends it, however far it is.
   *
   * @return as it is then; empty where it had ended already
   */
  Optional<Link> end(Link link, String why, boolean saysFarewell) {
    return Rows.made(() -> tryToEnd(link, why, saysFarewell));
  }

  private Optional<Optional<Link>> tryToEnd(Link link, String why, boolean saysFarewell) {
    var now = ofRoom(link.room()).filter(found -> found.request().equals(link.request()));
    var ended = now.map(found -> found.ended(why, saysFarewell));
    return now.isEmpty() || replace(now.get(), ended.get()) ? Optional.of(ended) : Optional.empty();
  }

  /** It is there no more: neither for the room nor for the channel, as far as it still is. */
  void forget(Link link) {
    var its = both(link).stream().filter(row -> link(row).equals(Optional.of(link))).toList();
    if (!its.isEmpty()) {
      var _ = rows.change(List.of(), its);
    }
  }

  private List<Row> both(Link link) {
    return List.of(rows.read(room(link.room()), LINK), rows.read(channel(link.place()), LINK));
  }

  /** What rows of a room belong to. */
  static String room(String room) {
    return "room#" + room;
  }

  /** What rows of a channel belong to. */
  static String channel(Place place) {
    return "channel#%s#%s".formatted(place.team(), place.channel());
  }

  private Optional<Row> valid(String code) {
    return Optional.of(rows.read("code#" + digest(code), CODE))
        .filter(Row::exists)
        .filter(row -> clock.instant().getEpochSecond() < row.as(Offer.class).until());
  }

  private static Optional<Link> link(Row row) {
    return row.exists() ? Optional.of(row.as(Link.class)) : Optional.empty();
  }

  private static String digest(String code) {
    try {
      var bytes = code.strip().toUpperCase(Locale.ROOT).getBytes(StandardCharsets.UTF_8);
      return HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(bytes));
    } catch (NoSuchAlgorithmException e) {
      throw new AssertionError("every Java has SHA-256", e);
    }
  }
}
