package parley.local.outside;

import java.util.Map;

/**
 * A request of the stack to an outside party.
 *
 * @param method such as {@code POST}
 * @param path such as {@code /api/chat.postMessage}, percent-encoded
 * @param query what follows the question mark; "" where nothing does
 * @param headers by their names in lower case
 * @param body the bytes that were sent
 */
public record Request(
    String method, String path, String query, Map<String, String> headers, byte[] body) {}
