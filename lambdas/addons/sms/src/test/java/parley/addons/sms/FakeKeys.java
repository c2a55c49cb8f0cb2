package parley.addons.sms;

import java.util.Optional;

/** An account of which a new token is known only to who reads it anew. */
final class FakeKeys implements Keys {

  static final String SID = "AC" + "0".repeat(32);

  Optional<Account> known = Optional.of(new Account(SID, "token"));
  Optional<Account> current = known;

  @Override
  public Optional<Account> account() {
    return known;
  }

  @Override
  public Optional<Account> fresh() {
    known = current;
    return known;
  }
}
