package parley.infra.addons.typing;

import parley.infra.addons.AddOn;
import parley.infra.addons.Services;
import parley.infra.config.Setting;
import software.constructs.Construct;

/** Shows who is typing. */
public record TypingSettings(
    @Setting(
            about =
                "How many connections may hear a room in which it is shown: each costs a frame.",
            otherwise = "100",
            oneOf = {25, 50, 100, 250, 500, 1000})
        int largestRoom)
    implements AddOn {

  @Override
  public void addTo(Construct stack, Services services) {
    new Typing(stack, "Typing", this, services);
  }
}
