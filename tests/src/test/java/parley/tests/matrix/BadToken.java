package parley.tests.matrix;

import java.util.Arrays;

/** What one may bring to the REST API instead of a good token. */
enum BadToken {
  NOTHING("nothing"),
  EMPTY("an empty token"),
  WORDS("words that are no token"),
  PASSWORD("a name and a password"),
  IN_ADDRESS("a good token in the address"),
  EXPIRED("a good token that expired"),
  ENDLESS("a good token without an end"),
  OTHER_CLIENT("a good token for another client"),
  OTHER_ISSUER("a good token of another issuer"),
  ACCESS("an access token"),
  OTHER_KEY("a token of another pool's key"),
  OWN_KEY("a token of another key, which it brings along"),
  OTHER_INSTANCE("a token of another instance"),
  NO_ALGORITHM("a token of the algorithm none"),
  PUBLIC_SECRET("a token that takes the public key for a secret"),
  OTHER_PERSON("a good token with another person in it"),
  CUT("a good token without its signature");

  private final String words;

  BadToken(String words) {
    this.words = words;
  }

  /** By the page's words for it. */
  static BadToken of(String words) {
    return Arrays.stream(values())
        .filter(kind -> kind.words.equals(words))
        .findFirst()
        .orElseThrow(
            () ->
                new AssertionError(
                    "\"%s\" is in docs/access.md and not in BadToken: add it there"
                        .formatted(words)));
  }

  @Override
  public String toString() {
    return words;
  }
}
