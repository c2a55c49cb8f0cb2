package parley.local.gateway;

import java.util.Map;

/**
 * What a REST API answers.
 *
 * @param status the HTTP status
 * @param headers by name
 * @param body the bytes to send
 */
public record RestAnswer(int status, Map<String, String> headers, byte[] body) {}
