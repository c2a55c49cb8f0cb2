package parley.local.site;

import java.io.IOException;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HashMap;
import java.util.HexFormat;
import parley.local.iam.Access;
import parley.local.iam.Guard;
import parley.local.iam.Principal;

/**
 * Reads objects as S3 does for CloudFront.
 *
 * @param guard decides by the buckets' policies
 * @param distribution as which it asks
 */
record BucketReads(Guard guard, Principal distribution) {

  /**
   * The object of a decoded path; 403 where the distribution may not read it, and where there is
   * none: only who may list a bucket is told that with 404.
   *
   * @param noneMatch the ETags that the caller has; "" for none
   */
  Answer read(Origin.Files files, String path, String noneMatch) throws IOException {
    var key = path.substring(1);
    if (!may("s3:GetObject", files.bucket().arn() + "/" + key)) {
      return Answer.denied();
    }
    var stored = files.bucket().get(key);
    if (stored.isEmpty()) {
      var lists = guard.allows(distribution, new Access("s3:ListBucket", files.bucket().arn()));
      return lists ? Answer.missing() : Answer.denied();
    }
    var etag = "\"%s\"".formatted(md5(stored.get().bytes()));
    var headers = new HashMap<>(stored.get().metadata());
    headers.putIfAbsent("content-type", ContentTypes.of(key));
    headers.put("etag", etag);
    return noneMatch.contains(etag)
        ? new Answer(304, headers, new byte[0])
        : new Answer(200, headers, stored.get().bytes());
  }

  private boolean may(String action, String resource) {
    return guard.check(distribution, new Access(action, resource)).allowed();
  }

  private static String md5(byte[] bytes) {
    try {
      return HexFormat.of().formatHex(MessageDigest.getInstance("MD5").digest(bytes));
    } catch (NoSuchAlgorithmException e) {
      throw new AssertionError("every Java has MD5", e);
    }
  }
}
