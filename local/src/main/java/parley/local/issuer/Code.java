package parley.local.issuer;

import java.time.Instant;

/**
 * An authorization code's meaning.
 *
 * @param grant what it stands for
 * @param redirectUri where it was sent
 * @param challenge PKCE's S256 challenge; "" where there was none
 * @param expires until when it is good
 */
record Code(Grant grant, String redirectUri, String challenge, Instant expires) {}
