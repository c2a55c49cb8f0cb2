package parley.local.faults;

import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Stream;

/** The kinds of faults, each at its site. */
enum Kind {
  /** The process of the function that makes the call ends, as by kill -9. */
  KILL(Site.CALL, "before", "during", "after"),
  /** The function that makes the call has had all its time. */
  TIME_OUT(Site.CALL, "before", "during"),
  /** The service says that there were too many calls. */
  THROTTLE(Site.CALL),
  /** The service answers that it failed; during: though it did what was asked. */
  ERROR(Site.CALL, "before", "during"),
  /** DynamoDB says that another transaction is at the same item. */
  CONFLICT(Site.CALL),
  /** {@code @connections} says that an open connection is gone. */
  GONE(Site.CALL),
  /** The call takes longer. */
  LATENCY(Site.CALL),
  /** The connection ends without a close frame; after: what the frame asks for is done. */
  CUT(Site.FRAME, "before", "after"),
  /** From this frame on nothing passes, and nobody is told. */
  HALF_OPEN(Site.FRAME),
  /** From this frame on the client reads nothing. */
  STALL(Site.FRAME),
  /** Nobody is told that the connection has ended. */
  NO_DISCONNECT(Site.END),
  /** Records are handed over again. */
  REPEAT(Site.BATCH),
  /** Records come later. */
  LATE(Site.BATCH),
  /** Records come in smaller batches. */
  SPLIT(Site.BATCH),
  /** Records come in another order, but for those of one partition key. */
  REORDER(Site.BATCH);

  /** Where a fault can be. */
  enum Site {
    CALL("function", "service", "operation"),
    FRAME("connection", "direction"),
    END("connection"),
    BATCH("mapping");

    private final List<String> selectors;

    Site(String... selectors) {
      this.selectors = List.of(selectors);
    }

    /** The members of a rule that say on which occasions. */
    List<String> selectors() {
      return selectors;
    }
  }

  private final Site site;
  private final List<String> moments;

  Kind(Site site, String... moments) {
    this.site = site;
    this.moments = List.of(moments);
  }

  /** As rules name it. */
  String code() {
    return name().toLowerCase(Locale.ROOT).replace('_', '-');
  }

  Site site() {
    return site;
  }

  /** What {@code when} may say, the default first; empty where there is no choice. */
  List<String> moments() {
    return moments;
  }

  /** Whether it lasts for some time, which the rule says. */
  boolean takesTime() {
    return this == LATENCY || this == LATE;
  }

  /** Whether it can befall a call of this service and operation. */
  boolean befalls(String service, String operation) {
    return switch (this) {
      case CONFLICT ->
          Stream.of("PutItem", "UpdateItem", "DeleteItem", "TransactWriteItems")
              .anyMatch(operation::equals);
      case GONE -> service.equals("execute-api");
      case THROTTLE, ERROR -> List.of("dynamodb", "execute-api", "lambda").contains(service);
      default -> true;
    };
  }

  static Optional<Kind> of(String code) {
    return Arrays.stream(values()).filter(kind -> kind.code().equals(code)).findFirst();
  }

  static List<String> codes() {
    return Arrays.stream(values()).map(Kind::code).toList();
  }
}
