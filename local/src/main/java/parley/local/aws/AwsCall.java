package parley.local.aws;

import java.util.Map;

/**
 * One call to an AWS API.
 *
 * @param caller whose access key signed it
 * @param service the signing name
 * @param method the HTTP method
 * @param path the path as it was sent, still percent-encoded, without the query
 * @param query the query as it was sent, without "?"; "" where there is none
 * @param headers by lower-case name, the last value of each
 * @param body the bytes that were sent
 */
public record AwsCall(
    Caller caller,
    String service,
    String method,
    String path,
    String query,
    Map<String, String> headers,
    byte[] body) {}
