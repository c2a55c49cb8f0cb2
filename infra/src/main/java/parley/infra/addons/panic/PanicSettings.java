package parley.infra.addons.panic;

import java.util.List;
import java.util.Map;
import parley.infra.addons.AddOn;
import parley.infra.addons.Services;
import parley.infra.config.Setting;
import software.constructs.Construct;

/** Panic buttons, by their names. */
public record PanicSettings(
    @Setting(
            about = "After how many minutes without an acknowledgement others are told.",
            otherwise = "5",
            oneOf = {1, 2, 3, 5, 10, 15})
        int minutes,
    @Setting(
            about = "Who is told then beside the room; an e-mail address must confirm once.",
            otherwise = "none",
            pattern = "\\+[1-9][0-9]{6,14}|[^@\\s]+@[^@\\s]+\\.[^@\\s]+",
            allowed = "a phone number such as \"+15550100\", or an e-mail address")
        List<String> tell,
    @Setting(
            about = "The buttons, each under a name of its own, which is a part of its thing's.",
            pattern = "[a-z][a-z0-9-]{0,39}",
            allowed = "a letter, then up to 39 lower-case letters, digits or \"-\"")
        Map<String, ButtonSettings> buttons)
    implements AddOn {

  @Override
  public void addTo(Construct stack, Services services) {
    new Panic(stack, "Panic", this, services);
  }
}
