package parley.local.site;

import java.io.IOException;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HashMap;
import java.util.HexFormat;

/** Reads objects as S3 does for CloudFront. */
final class BucketReads {

  private BucketReads() {}

  /**
   * The object of a decoded path; 403 where there is none, since nobody may list the bucket.
   *
   * @param noneMatch the ETags that the caller has; "" for none
   */
  static Answer read(Bucket bucket, String path, String noneMatch) throws IOException {
    var key = path.substring(1);
    var stored = bucket.get(key);
    if (stored.isEmpty()) {
      return Answer.denied();
    }
    var etag = "\"%s\"".formatted(md5(stored.get().bytes()));
    var headers = new HashMap<>(stored.get().metadata());
    headers.putIfAbsent("content-type", ContentTypes.of(key));
    headers.put("etag", etag);
    return noneMatch.contains(etag)
        ? new Answer(304, headers, new byte[0])
        : new Answer(200, headers, stored.get().bytes());
  }

  private static String md5(byte[] bytes) {
    try {
      return HexFormat.of().formatHex(MessageDigest.getInstance("MD5").digest(bytes));
    } catch (NoSuchAlgorithmException e) {
      throw new AssertionError("every Java has MD5", e);
    }
  }
}
