package parley.addons.sms;

import java.util.Optional;

/** The instance's account with Twilio, as an operator put it there; read when it is needed. */
interface Keys {

  /** The account; empty where nobody has put it there yet, or it is not whole. */
  Optional<Account> account();

  /** The same, read anew: for what does not match after the token was replaced. */
  Optional<Account> fresh();
}
