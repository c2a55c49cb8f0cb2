package parley.tests.tables;

import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;

/** How DynamoDB compares, adds and measures values. */
final class Values {

  private Values() {}

  static boolean equal(AttributeValue one, AttributeValue other) {
    return one.n() != null && other.n() != null ? compare(one, other) == 0 : one.equals(other);
  }

  /** The order of two texts, by their bytes, or of two numbers. */
  static int compare(AttributeValue one, AttributeValue other) {
    if (one.n() != null && other.n() != null) {
      return number(one).compareTo(number(other));
    }
    if (one.s() != null && other.s() != null) {
      return Arrays.compareUnsigned(bytes(one.s()), bytes(other.s()));
    }
    throw new IllegalArgumentException(
        "only two texts or two numbers have an order: got %s and %s".formatted(one, other));
  }

  /** A number more, or a set with more members. */
  static AttributeValue sum(@Nullable AttributeValue before, AttributeValue more) {
    if (before == null) {
      return more;
    }
    if (more.n() != null) {
      return AttributeValue.fromN(number(before).add(number(more)).toPlainString());
    }
    if (more.hasNs()) {
      var all = new TreeSet<String>(Comparator.comparing(BigDecimal::new));
      all.addAll(before.ns());
      all.addAll(more.ns());
      return AttributeValue.fromNs(List.copyOf(all));
    }
    throw new IllegalArgumentException("only numbers and sets of numbers are added: got " + more);
  }

  /** About what an item counts for in a page of 1 MB: names and values (DynamoDB's item sizes). */
  static int size(Map<String, AttributeValue> item) {
    var size = 0;
    for (var attribute : item.entrySet()) {
      size += bytes(attribute.getKey()).length + size(attribute.getValue());
    }
    return size;
  }

  private static int size(AttributeValue value) {
    return switch (value.type()) {
      case S -> bytes(value.s()).length;
      case N -> value.n().length() / 2 + 2;
      case M -> 3 + size(value.m());
      case NS -> 3 + value.ns().size() * 8;
      default -> 1;
    };
  }

  private static BigDecimal number(AttributeValue value) {
    return new BigDecimal(value.n());
  }

  private static byte[] bytes(String text) {
    return text.getBytes(StandardCharsets.UTF_8);
  }
}
