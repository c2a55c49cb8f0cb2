package parley.tests.matrix;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Map;
import java.util.UUID;
import java.util.regex.Pattern;
import parley.tests.twin.OutsideParty;
import parley.tests.twin.Person;

/** Phones of the matrix's people, with the stand-in for Twilio. */
final class Texts {

  private static final Pattern CODE = Pattern.compile("([0-9]{6}) is your code");

  private Texts() {}

  /** A number that nobody has yet. */
  static String newNumber() {
    return "+1557%07d".formatted(Math.floorMod(UUID.randomUUID().hashCode(), 10_000_000));
  }

  /** A code that was just sent to somebody. */
  static String codeFor(Person person) {
    var number = newNumber();
    assertThat(person.send("POST", "/sms/codes", Map.of("number", number)).status()).isEqualTo(200);
    var read = new OutsideParty(Cast.site(), "twilio").does("read", Map.of("number", number));
    var code = CODE.matcher(read);
    assertThat(code.find()).as(read).isTrue();
    return code.group(1);
  }
}
