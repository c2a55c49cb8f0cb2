package parley.infra.addons.dice;

import parley.infra.addons.AddOn;
import parley.infra.addons.Services;
import parley.infra.config.Setting;
import software.constructs.Construct;

/** Rolls dice in rooms. */
public record DiceSettings(
    @Setting(
            about = "How many dice are rolled at once.",
            otherwise = "10",
            oneOf = {5, 10, 20})
        int most)
    implements AddOn {

  @Override
  public void addTo(Construct stack, Services services) {
    new Dice(stack, "Dice", this, services);
  }
}
