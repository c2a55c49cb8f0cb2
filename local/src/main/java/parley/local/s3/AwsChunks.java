package parley.local.s3;

import static java.nio.charset.StandardCharsets.US_ASCII;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * The encoding {@code aws-chunked}: {@code SIZE;chunk-signature=…}, so many bytes, and again, until
 * one of size 0, which trailers follow. Source: "Signature calculations for chunked uploads" of
 * S3's API reference.
 */
final class AwsChunks {

  private AwsChunks() {}

  static boolean isUsedBy(Map<String, String> headers) {
    return headers.getOrDefault("x-amz-content-sha256", "").startsWith("STREAMING-");
  }

  /** How the content itself is encoded, beside that it comes in chunks. */
  static Optional<String> encoding(Map<String, String> headers) {
    return Stream.of(headers.getOrDefault("content-encoding", "").split(","))
        .map(String::strip)
        .filter(encoding -> !encoding.isEmpty() && !encoding.equals("aws-chunked"))
        .findFirst();
  }

  /** What the chunks hold. */
  static byte[] content(byte[] body) throws IOException {
    var content = new ByteArrayOutputStream();
    var at = 0;
    while (true) {
      var end = endOfLine(body, at);
      var head = new String(body, at, end - at, US_ASCII);
      var size = Integer.parseInt(head.split(";", 2)[0], 16);
      if (size == 0) {
        return content.toByteArray();
      }
      if (size < 0 || end + 2 + size > body.length) {
        throw new IOException("a chunk is longer than the body");
      }
      content.write(body, end + 2, size);
      at = end + 2 + size + 2;
    }
  }

  private static int endOfLine(byte[] body, int from) throws IOException {
    for (var i = from; i + 1 < body.length; i++) {
      if (body[i] == '\r' && body[i + 1] == '\n') {
        return i;
      }
    }
    throw new IOException("the body ends amid a chunk");
  }
}
