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
    return rowOfRoom(room).filter(Link::stands);
  }

  Optional<Link> ofChannel(Place place) {
    return rowOfChannel(place).filter(Link::stands);
  }

  /** The link that has ended, where the room was not told of it yet. */
  Optional<Link> endedOfRoom(String room) {
    return rowOfRoom(room).filter(link -> !link.stands());
  }

  /** The link that has ended, where the room was not told of it yet. */
  Optional<Link> endedOfChannel(Place place) {
    return rowOfChannel(place).filter(link -> !link.stands());
  }

  /**
   * Links them, and uses the code up.
   *
   * @return false where the code is not good any more, or one of the two is linked already
   */
  boolean link(String code, Link link) {
    var used = valid(code);
    var both = both(link);
    return used.isPresent()
        && both.stream().flatMap(row -> link(row).stream()).noneMatch(Link::stands)
        && rows.change(holding(both, link), List.of(used.get()));
  }

  /** From then on the room's messages are sent; nothing where it was changed meanwhile. */
  void begin(Link link, long since) {
    var _ = replace(link, link.begun(since));
  }

  /** Ends it; false where it was changed meanwhile, as where it had ended already. */
  boolean end(Link link, String why) {
    return replace(link, link.ended(why));
  }

  /** The room was told that it has ended. */
  void forget(Link ended) {
    var both = both(ended);
    if (are(both, ended)) {
      var _ = rows.change(List.of(), both);
    }
  }

  private boolean replace(Link was, Link link) {
    var both = both(was);
    return are(both, was) && rows.change(holding(both, link), List.of());
  }

  private List<Row> both(Link link) {
    return List.of(rows.read(room(link.room()), LINK), rows.read(channel(link.place()), LINK));
  }

  private static boolean are(List<Row> both, Link link) {
    return both.stream().allMatch(row -> link(row).equals(Optional.of(link)));
  }

  private static List<Row> holding(List<Row> both, Link link) {
    return both.stream().map(row -> row.holding(link)).toList();
  }

  /** What rows of a room belong to. */
  static String room(String room) {
    return "room#" + room;
  }

  /** What rows of a channel belong to. */
  static String channel(Place place) {
    return "channel#%s#%s".formatted(place.team(), place.channel());
  }

  private Optional<Link> rowOfRoom(String room) {
    return link(rows.read(room(room), LINK));
  }

  private Optional<Link> rowOfChannel(Place place) {
    return link(rows.read(channel(place), LINK));
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
