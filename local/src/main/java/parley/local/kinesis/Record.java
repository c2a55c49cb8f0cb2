package parley.local.kinesis;

/**
 * A record of a shard, as its line in the shard's file holds it.
 *
 * @param number its place in the stream, from 1 on; the sequence number is made of it
 * @param arrived when, in milliseconds since 1970
 * @param partitionKey as it was put
 * @param data as it was put, in base64
 */
record Record(long number, long arrived, String partitionKey, String data) {

  /** A decimal number that grows within the stream, as long as Kinesis' are. */
  String sequenceNumber() {
    return sequenceNumber(number);
  }

  static String sequenceNumber(long number) {
    return "49%054d".formatted(number);
  }

  /** Undoes {@link #sequenceNumber}; throws {@link NumberFormatException} for any other text. */
  static long numberOf(String sequenceNumber) {
    if (sequenceNumber.length() != 56 || !sequenceNumber.startsWith("49")) {
      throw new NumberFormatException(sequenceNumber);
    }
    return Long.parseLong(sequenceNumber.substring(2));
  }
}
