package parley.addons.slack;

import java.security.SecureRandom;
import java.util.function.Supplier;

/** Codes that people can read out and type: 10 of 32 signs, none of which looks like another. */
final class Codes implements Supplier<String> {

  private static final String SIGNS = "0123456789ABCDEFGHJKMNPQRSTVWXYZ";
  private static final int LENGTH = 10;

  // Lambda reseeds it when it restores a snapshot.
  private final SecureRandom random = new SecureRandom();

  @Override
  public String get() {
    var code = new StringBuilder();
    for (var i = 0; i < LENGTH; i++) {
      code.append(SIGNS.charAt(random.nextInt(SIGNS.length())));
    }
    return code.toString();
  }
}
