package parley.addons.sms;

import java.util.Optional;
import parley.outside.Secret;

/** The account in Secrets Manager: {@code {"accountSid", "authToken"}}. */
record SecretKeys(Secret secret) implements Keys {

  private static final String SID = "accountSid";
  private static final String TOKEN = "authToken";

  @Override
  public Optional<Account> account() {
    return account(secret.get(TOKEN));
  }

  @Override
  public Optional<Account> fresh() {
    return account(secret.fresh(TOKEN));
  }

  private Optional<Account> account(Optional<String> token) {
    return token.flatMap(known -> secret.get(SID).map(sid -> new Account(sid, known)));
  }
}
