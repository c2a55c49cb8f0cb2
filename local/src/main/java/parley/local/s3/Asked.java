package parley.local.s3;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.net.URLDecoder;
import java.util.Arrays;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import parley.local.aws.AwsCall;

/**
 * What a call asks of S3. In S3 a parameter or a header makes another operation of the same method
 * and path, or needs another permission: what holds one that is not known here is not known whole.
 *
 * @param operation by AWS's name; "" where it is none that the twin knows
 * @param bucket its name; "" for all buckets
 * @param key its object; "" for the bucket itself
 * @param unknown the parameters and headers for which it is none
 */
record Asked(String operation, String bucket, String key, List<String> unknown) {

  private static final String ALL_BUCKETS = "ListBuckets";
  private static final String LIST = "ListObjectsV2";

  /** By which SDKs name the operation, for logs. */
  private static final String NAME = "x-id";

  private static final Set<String> OF_LISTS =
      Set.of(
          NAME,
          "continuation-token",
          "delimiter",
          "encoding-type",
          "fetch-owner",
          "list-type",
          "max-keys",
          "prefix",
          "start-after");

  /** How the headers begin that need more permissions than the operation. */
  private static final List<String> MORE =
      List.of(
          "x-amz-acl",
          "x-amz-bypass-",
          "x-amz-copy-source",
          "x-amz-grant-",
          "x-amz-object-lock-",
          "x-amz-tagging");

  static Asked of(AwsCall call) {
    var path = URLDecoder.decode(call.path().replace("+", "%2B"), UTF_8).substring(1);
    var slash = path.indexOf('/');
    var bucket = slash < 0 ? path : path.substring(0, slash);
    var key = slash < 0 ? "" : path.substring(slash + 1);
    var operation = operation(call.method(), bucket, key);
    var unknown = unknown(call, operation.equals(LIST) ? OF_LISTS : Set.of(NAME));
    return new Asked(unknown.isEmpty() ? operation : "", bucket, key, unknown);
  }

  /** That it is not known, as a refusal says it. */
  String refused(AwsCall call) {
    return "S3's %s %s%s"
        .formatted(call.method(), call.path(), unknown.isEmpty() ? "" : " with " + unknown);
  }

  /** The ARN of what it is about. */
  String arn() {
    return bucket.isEmpty() ? "*" : "arn:aws:s3:::" + bucket + (key.isEmpty() ? "" : "/" + key);
  }

  private static String operation(String method, String bucket, String key) {
    if (bucket.isEmpty()) {
      return method.equals("GET") ? ALL_BUCKETS : "";
    }
    return switch (method) {
      case "PUT" -> key.isEmpty() ? "" : "PutObject";
      case "DELETE" -> key.isEmpty() ? "" : "DeleteObject";
      case "HEAD" -> key.isEmpty() ? "" : "HeadObject";
      case "GET" -> key.isEmpty() ? LIST : "GetObject";
      default -> "";
    };
  }

  private static List<String> unknown(AwsCall call, Set<String> known) {
    var parameters =
        Arrays.stream(call.query().split("&"))
            .map(parameter -> parameter.split("=", 2)[0])
            .filter(name -> !name.isEmpty() && !known.contains(name));
    var headers =
        call.headers().keySet().stream().filter(name -> MORE.stream().anyMatch(name::startsWith));
    return Stream.concat(parameters, headers).sorted().toList();
  }
}
