package parley.local.iam;

import java.math.BigDecimal;
import java.net.InetAddress;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.format.DateTimeParseException;
import java.util.Arrays;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.function.IntPredicate;

/**
 * A condition operator: whether one value of a request fits one value of a policy. Source: the IAM
 * user guide, "IAM JSON policy elements: condition operators".
 *
 * @param test of a single pair of values
 * @param negated whether it holds where no pair fits
 */
record Operator(Test test, boolean negated) {

  static final String NULL = "Null";

  private static final Map<String, Operator> ALL = new TreeMap<>(String.CASE_INSENSITIVE_ORDER);

  static {
    both("StringEquals", "StringNotEquals", plain(String::equals));
    both("StringEqualsIgnoreCase", "StringNotEqualsIgnoreCase", plain(String::equalsIgnoreCase));
    both("StringLike", "StringNotLike", Operator::like);
    both("ArnEquals", "ArnNotEquals", Operator::arnLike);
    both("ArnLike", "ArnNotLike", Operator::arnLike);
    both("NumericEquals", "NumericNotEquals", number(order -> order == 0));
    one("NumericLessThan", number(order -> order < 0));
    one("NumericLessThanEquals", number(order -> order <= 0));
    one("NumericGreaterThan", number(order -> order > 0));
    one("NumericGreaterThanEquals", number(order -> order >= 0));
    both("DateEquals", "DateNotEquals", date(order -> order == 0));
    one("DateLessThan", date(order -> order < 0));
    one("DateLessThanEquals", date(order -> order <= 0));
    one("DateGreaterThan", date(order -> order > 0));
    one("DateGreaterThanEquals", date(order -> order >= 0));
    one("Bool", plain(String::equalsIgnoreCase));
    one("BinaryEquals", plain(String::equals));
    both("IpAddress", "NotIpAddress", plain(Operator::within));
  }

  /** Whether a value fits. */
  @FunctionalInterface
  interface Test {
    boolean fits(String value, Text wanted, Keys keys);
  }

  /** The operator of that name, without prefix and {@code IfExists}. */
  static Optional<Operator> named(String name) {
    return Optional.ofNullable(ALL.get(name));
  }

  /** All names that {@link #named} knows. */
  static String names() {
    return String.join(", ", ALL.keySet()) + ", " + NULL;
  }

  private static void one(String name, Test test) {
    ALL.put(name, new Operator(test, false));
  }

  private static void both(String name, String negation, Test test) {
    one(name, test);
    ALL.put(negation, new Operator(test, true));
  }

  private static Test plain(java.util.function.BiPredicate<String, String> test) {
    return (value, wanted, keys) ->
        wanted.plain(keys).filter(text -> test.test(value, text)).isPresent();
  }

  private static boolean like(String value, Text wanted, Keys keys) {
    return wanted.glob(keys).filter(glob -> glob.matches(value)).isPresent();
  }

  private static boolean arnLike(String value, Text wanted, Keys keys) {
    return Arn.matches(wanted, value, keys);
  }

  private static Test number(IntPredicate order) {
    return plain(
        (value, wanted) -> {
          try {
            return order.test(new BigDecimal(value).compareTo(new BigDecimal(wanted)));
          } catch (NumberFormatException e) {
            return false;
          }
        });
  }

  private static Test date(IntPredicate order) {
    return plain(
        (value, wanted) -> {
          try {
            return order.test(instant(value).compareTo(instant(wanted)));
          } catch (DateTimeParseException e) {
            return false;
          }
        });
  }

  /** ISO 8601, or seconds since 1970. */
  private static Instant instant(String text) {
    return text.matches("\\d+")
        ? Instant.ofEpochSecond(Long.parseLong(text))
        : text.length() == 10
            ? Instant.parse(text + "T00:00:00Z")
            : OffsetDateTime.parse(text).toInstant();
  }

  /** Whether an address is in a network, as {@code 203.0.113.0/24}. */
  private static boolean within(String address, String network) {
    try {
      var slash = network.indexOf('/');
      var of = InetAddress.ofLiteral(slash < 0 ? network : network.substring(0, slash));
      var is = InetAddress.ofLiteral(address).getAddress();
      var wanted = of.getAddress();
      if (is.length != wanted.length) {
        return false;
      }
      var bits = slash < 0 ? is.length * 8 : Integer.parseInt(network.substring(slash + 1));
      return bits <= is.length * 8 && Arrays.equals(head(is, bits), head(wanted, bits));
    } catch (IllegalArgumentException e) {
      return false;
    }
  }

  private static byte[] head(byte[] address, int bits) {
    var head = address.clone();
    for (var bit = bits; bit < head.length * 8; bit++) {
      head[bit / 8] &= (byte) ~(0x80 >> bit % 8);
    }
    return head;
  }
}
