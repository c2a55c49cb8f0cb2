package parley.local.issuer;

import java.time.Instant;
import java.util.Set;

/**
 * What somebody allowed a client: the content of a code, and of a refresh token.
 *
 * @param sub who
 * @param client the client's id
 * @param scopes what was asked for
 * @param nonce to be repeated in the ID token; "" where there was none
 * @param authTime when they signed in
 * @param originJti names the sign-in in all tokens that come of it
 */
record Grant(
    String sub,
    String client,
    Set<String> scopes,
    String nonce,
    Instant authTime,
    String originJti) {}
