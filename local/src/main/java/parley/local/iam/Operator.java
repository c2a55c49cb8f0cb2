package parley.local.iam;

import java.math.BigDecimal;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.Arrays;
import java.util.Base64;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.function.BiPredicate;
import java.util.function.Consumer;
import java.util.function.IntPredicate;
import java.util.regex.Pattern;

/**
 * A condition operator: whether one value of a request fits one value of a policy. Source: the IAM
 * user guide, "IAM JSON policy elements: condition operators".
 *
 * @param test of a single pair of values
 * @param negated whether it holds where no pair fits
 * @param check throws {@link IllegalArgumentException} for a policy's value that nothing could fit
 */
record Operator(Test test, boolean negated, Consumer<String> check) {

  static final String NULL = "Null";

  /** Asks only whether a key is there: no value fits. */
  static final Operator NONE = new Operator((value, wanted, keys) -> false, false, Operator::truth);

  private static final Pattern EPOCH = Pattern.compile("-?\\d{1,12}");
  private static final Map<String, Operator> ALL = new TreeMap<>(String.CASE_INSENSITIVE_ORDER);

  static {
    Consumer<String> any = text -> {};
    both("StringEquals", "StringNotEquals", plain(String::equals), any);
    both(
        "StringEqualsIgnoreCase",
        "StringNotEqualsIgnoreCase",
        plain(String::equalsIgnoreCase),
        any);
    both("StringLike", "StringNotLike", Operator::like, any);
    both("ArnEquals", "ArnNotEquals", Operator::arnLike, Operator::arn);
    both("ArnLike", "ArnNotLike", Operator::arnLike, Operator::arn);
    ordered("Numeric", Operator::number);
    ordered("Date", Operator::instant);
    one("Bool", plain(String::equalsIgnoreCase), Operator::truthOrVariable);
    one("BinaryEquals", plain(Operator::sameBytes), Operator::bytes);
    both("IpAddress", "NotIpAddress", plain(Operator::within), Network::parse);
  }

  /** Whether a value fits. */
  @FunctionalInterface
  interface Test {
    boolean fits(String value, Text wanted, Keys keys);
  }

  /** Reads a value of an ordered type. */
  @FunctionalInterface
  private interface Reading<T extends Comparable<T>> {
    T of(String text);
  }

  /** The operator of that name, without prefix and {@code IfExists}. */
  static Optional<Operator> named(String name) {
    return Optional.ofNullable(ALL.get(name));
  }

  /** All names that {@link #named} knows. */
  static String names() {
    return String.join(", ", ALL.keySet()) + ", " + NULL;
  }

  private static void one(String name, Test test, Consumer<String> check) {
    ALL.put(name, new Operator(test, false, check));
  }

  private static void both(String name, String negation, Test test, Consumer<String> check) {
    one(name, test, check);
    ALL.put(negation, new Operator(test, true, check));
  }

  private static <T extends Comparable<T>> void ordered(String type, Reading<T> reading) {
    both(type + "Equals", type + "NotEquals", compared(reading, order -> order == 0), reading::of);
    one(type + "LessThan", compared(reading, order -> order < 0), reading::of);
    one(type + "LessThanEquals", compared(reading, order -> order <= 0), reading::of);
    one(type + "GreaterThan", compared(reading, order -> order > 0), reading::of);
    one(type + "GreaterThanEquals", compared(reading, order -> order >= 0), reading::of);
  }

  private static <T extends Comparable<T>> Test compared(Reading<T> reading, IntPredicate order) {
    return plain((value, wanted) -> order.test(reading.of(value).compareTo(reading.of(wanted))));
  }

  /** A value of the request that is none of the operator's type fits nothing. */
  private static Test plain(BiPredicate<String, String> test) {
    return (value, wanted, keys) -> {
      try {
        return wanted.plain(keys).filter(text -> test.test(value, text)).isPresent();
      } catch (IllegalArgumentException e) {
        return false;
      }
    };
  }

  private static boolean like(String value, Text wanted, Keys keys) {
    return wanted.glob(keys).filter(glob -> glob.matches(value)).isPresent();
  }

  private static boolean arnLike(String value, Text wanted, Keys keys) {
    return Arn.matches(wanted, value, keys);
  }

  private static boolean within(String address, String network) {
    return Network.parse(network).contains(address);
  }

  private static boolean sameBytes(String value, String wanted) {
    return Arrays.equals(bytes(value), bytes(wanted));
  }

  private static byte[] bytes(String text) {
    try {
      return Base64.getDecoder().decode(text);
    } catch (IllegalArgumentException e) {
      throw new IllegalArgumentException("\"%s\" is not in Base64".formatted(text), e);
    }
  }

  private static BigDecimal number(String text) {
    try {
      return new BigDecimal(text);
    } catch (NumberFormatException e) {
      throw new IllegalArgumentException("\"%s\" is no number".formatted(text), e);
    }
  }

  /** ISO 8601, or seconds since 1970. */
  private static Instant instant(String text) {
    try {
      return EPOCH.matcher(text).matches()
          ? Instant.ofEpochSecond(Long.parseLong(text))
          : text.contains("T")
              ? OffsetDateTime.parse(text).toInstant()
              : LocalDate.parse(text).atStartOfDay(ZoneOffset.UTC).toInstant();
    } catch (DateTimeException e) {
      throw new IllegalArgumentException(
          "\"%s\" is no date: it may be as 2026-01-31, 2026-01-31T12:00:00Z or seconds since 1970"
              .formatted(text),
          e);
    }
  }

  private static void arn(String text) {
    if (text.split(":", Arn.PARTS).length < Arn.PARTS) {
      throw new IllegalArgumentException(
          "\"%s\" is no ARN: it may be arn:PARTITION:SERVICE:REGION:ACCOUNT:RESOURCE"
              .formatted(text));
    }
  }

  private static void truthOrVariable(String text) {
    if (!text.contains("${")) {
      truth(text);
    }
  }

  private static void truth(String text) {
    if (!text.equalsIgnoreCase("true") && !text.equalsIgnoreCase("false")) {
      throw new IllegalArgumentException("\"%s\" is neither true nor false".formatted(text));
    }
  }
}
