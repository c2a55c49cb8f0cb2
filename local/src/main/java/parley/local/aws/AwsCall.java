package parley.local.aws;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.net.URLDecoder;
import java.util.Map;

/**
 * One call to an AWS API.
 *
 * @param caller whose access key signed it
 * @param service the signing name
 * @param method the HTTP method
 * @param path the path as it was sent, still percent-encoded, without the query
 * @param query the query as it was sent, without "?"; "" where there is none
 * @param headers by lower-case name, several of one name with commas between them
 * @param body the bytes that were sent
 */
public record AwsCall(
    Caller caller,
    String service,
    String method,
    String path,
    String query,
    Map<String, String> headers,
    byte[] body) {

  /** What is called, for a person to read: the target of a JSON protocol, else method and path. */
  public String operation() {
    var target = headers.getOrDefault("x-amz-target", "");
    return target.isEmpty()
        ? "%s %s".formatted(method, URLDecoder.decode(path.replace("+", "%2B"), UTF_8))
        : target.substring(target.lastIndexOf('.') + 1);
  }
}
