package parley.addons.sms;

import java.io.IOException;
import java.net.URI;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import parley.outside.TooLarge;

/**
 * Attachments from Twilio over HTTPS, as the instance's account.
 *
 * <p>Twilio's API sends on to a store, at an address that is good for some hours by itself: this is
 * followed once, without the account's keys.
 *
 * @param origin where Twilio's API is
 */
record WebAttachments(Download http, String origin, Keys keys) implements Attachments {

  private static final int NOT_ALLOWED = 401;
  private static final Set<Integer> ELSEWHERE = Set.of(301, 302, 303, 307, 308);
  private static final Download.Answer NO_ACCOUNT =
      new Download.Answer(NOT_ALLOWED, "", new byte[0]);

  @Override
  public Outcome fetch(String message, String attachment) {
    try {
      var first = ask(message, attachment);
      var answer =
          ELSEWHERE.contains(first.status())
              ? http.get(elsewhere(first.location()), Map.of())
              : first;
      return switch (answer.status()) {
        case 200 -> new Outcome.Got(answer.bytes());
        case 404, 410 -> new Outcome.Gone();
        default ->
            throw new IllegalStateException(
                "Twilio answered %d for an attachment".formatted(answer.status()));
      };
    } catch (TooLarge e) {
      return new Outcome.TooLarge();
    } catch (IOException e) {
      throw new IllegalStateException("Twilio did not give an attachment", e);
    }
  }

  /** Where the token is not Twilio's any more, with the one that replaced it. */
  private Download.Answer ask(String message, String attachment) throws IOException {
    var account = keys.account();
    var first = ask(account, message, attachment);
    if (first.status() != NOT_ALLOWED) {
      return first;
    }
    var fresh = keys.fresh();
    return fresh.equals(account) ? first : ask(fresh, message, attachment);
  }

  private Download.Answer ask(Optional<Account> account, String message, String attachment)
      throws IOException {
    if (account.isEmpty()) {
      return NO_ACCOUNT;
    }
    var path =
        "/2010-04-01/Accounts/%s/Messages/%s/Media/%s"
            .formatted(account.get().sid(), message, attachment);
    return http.get(URI.create(origin + path), Map.of("Authorization", account.get().proof()));
  }

  /** Over HTTPS, or where Twilio itself is. */
  private URI elsewhere(String location) throws IOException {
    try {
      var twilio = URI.create(origin);
      var to = twilio.resolve(location);
      var same =
          Objects.equals(to.getScheme(), twilio.getScheme())
              && Objects.equals(to.getRawAuthority(), twilio.getRawAuthority());
      if (same || ("https".equals(to.getScheme()) && to.getHost() != null)) {
        return to;
      }
    } catch (IllegalArgumentException e) {
      throw new IOException("Twilio sends on to what is no address", e);
    }
    throw new IOException("Twilio sends on to what is not HTTPS");
  }
}
