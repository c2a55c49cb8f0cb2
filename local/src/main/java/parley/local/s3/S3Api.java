package parley.local.s3;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.IOException;
import java.net.URLDecoder;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Arrays;
import java.util.HashMap;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import parley.local.aws.AwsAnswer;
import parley.local.aws.AwsApi;
import parley.local.aws.AwsCall;
import parley.local.aws.Unmapped;
import parley.local.iam.Access;

/** S3's API of objects, with the bucket in the path: put, get, look at, delete, and list. */
public final class S3Api implements AwsApi {

  private static final String TYPE = "content-type";
  private static final String OWN = "x-amz-meta-";

  private final Buckets buckets;

  /** The API of these buckets. */
  public S3Api(Buckets buckets) {
    this.buckets = buckets;
  }

  @Override
  public String signingName() {
    return "s3";
  }

  @Override
  public List<String> operations() {
    return List.of(
        "DeleteObject", "GetObject", "HeadObject", "ListBuckets", "ListObjectsV2", "PutObject");
  }

  @Override
  public List<Access> accesses(AwsCall call) throws Unmapped {
    var asked = Asked.of(call);
    var action =
        switch (asked.operation()) {
          case "" -> throw new Unmapped(asked.refused(call));
          case "HeadObject" -> "GetObject";
          case "ListObjectsV2" -> "ListBucket";
          case "ListBuckets" -> "ListAllMyBuckets";
          case String same -> same;
        };
    return List.of(new Access("s3:" + action, asked.arn()));
  }

  @Override
  public AwsAnswer denied(String message) {
    return error(403, "AccessDenied", message);
  }

  @Override
  public AwsAnswer answer(AwsCall call) throws IOException {
    var asked = Asked.of(call);
    if (asked.operation().equals("ListBuckets")) {
      return all();
    }
    var bucket = buckets.find(asked.bucket());
    if (bucket.isEmpty()) {
      return error(404, "NoSuchBucket", "The specified bucket does not exist");
    }
    return switch (asked.operation()) {
      case "PutObject" -> put(bucket.get(), asked.key(), call);
      case "GetObject", "HeadObject" -> get(bucket.get(), asked.key());
      case "DeleteObject" -> {
        bucket.get().delete(asked.key());
        yield new AwsAnswer(204, Map.of(), new byte[0]);
      }
      case "ListObjectsV2" ->
          parameter(call.query(), "delimiter").isEmpty()
              ? list(bucket.get(), parameter(call.query(), "prefix"))
              : error(501, "NotImplemented", "the twin lists whole keys, without a delimiter");
      default -> error(501, "NotImplemented", "of S3's API the twin implements " + operations());
    };
  }

  private static AwsAnswer put(Bucket bucket, String key, AwsCall call) throws IOException {
    var bytes = AwsChunks.isUsedBy(call.headers()) ? AwsChunks.content(call.body()) : call.body();
    var said = new HashMap<String, String>();
    AwsChunks.encoding(call.headers())
        .ifPresent(encoding -> said.put("content-encoding", encoding));
    call.headers()
        .forEach(
            (name, value) -> {
              if (name.equals(TYPE) || name.startsWith(OWN)) {
                said.put(name, value);
              }
            });
    bucket.put(key, bytes, said);
    return new AwsAnswer(200, Map.of("ETag", etag(bytes)), new byte[0]);
  }

  private static AwsAnswer get(Bucket bucket, String key) throws IOException {
    var stored = bucket.get(key);
    if (stored.isEmpty()) {
      return error(404, "NoSuchKey", "The specified key does not exist.");
    }
    var headers = new HashMap<>(stored.get().metadata());
    headers.put("ETag", etag(stored.get().bytes()));
    return new AwsAnswer(200, headers, stored.get().bytes());
  }

  private AwsAnswer all() {
    var xml = new StringBuilder("<ListAllMyBucketsResult><Buckets>");
    buckets
        .all()
        .forEach(one -> xml.append("<Bucket><Name>%s</Name></Bucket>".formatted(one.name())));
    return xml(200, xml.append("</Buckets></ListAllMyBucketsResult>").toString());
  }

  private static AwsAnswer list(Bucket bucket, String prefix) throws IOException {
    var xml = new StringBuilder("<ListBucketResult><IsTruncated>false</IsTruncated>");
    xml.append("<Name>%s</Name>".formatted(bucket.name()));
    for (var key : bucket.keys()) {
      if (key.startsWith(prefix)) {
        xml.append(
            "<Contents><Key>%s</Key><Size>%d</Size></Contents>"
                .formatted(escaped(key), bucket.size(key)));
      }
    }
    return xml(200, xml.append("</ListBucketResult>").toString());
  }

  private static AwsAnswer error(int status, String code, String message) {
    return xml(
        status,
        "<Error><Code>%s</Code><Message>%s</Message></Error>".formatted(code, escaped(message)));
  }

  private static AwsAnswer xml(int status, String text) {
    return new AwsAnswer(
        status,
        Map.of("Content-Type", "application/xml"),
        ("<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n" + text).getBytes(UTF_8));
  }

  private static String escaped(String text) {
    return text.replace("&", "&amp;").replace("<", "&lt;").replace(">", "&gt;");
  }

  private static String parameter(String query, String name) {
    return Arrays.stream(query.split("&"))
        .filter(pair -> pair.startsWith(name + "="))
        .map(pair -> URLDecoder.decode(pair.substring(name.length() + 1), UTF_8))
        .findFirst()
        .orElse("");
  }

  private static String etag(byte[] bytes) {
    try {
      var md5 = MessageDigest.getInstance("MD5").digest(bytes);
      return "\"%s\"".formatted(HexFormat.of().formatHex(md5));
    } catch (NoSuchAlgorithmException e) {
      throw new AssertionError("every Java has MD5", e);
    }
  }
}
