package parley.infra.addons.dice;

import java.util.List;
import parley.addons.dice.DiceWiring;
import parley.addons.dice.RollHandler;
import parley.infra.addons.Services;
import parley.infra.platform.Functions;
import software.constructs.Construct;

/** A function that hears what is written in rooms, and writes what came up. */
final class Dice extends Construct {

  Dice(Construct scope, String id, DiceSettings settings, Services services) {
    super(scope, id);
    var roll =
        new Functions(this, "addons/dice", services.on())
            .working(RollHandler.class)
            .with(DiceWiring.MOST, Integer.toString(settings.most()));
    services.events().feed(this, "Written", List.of("message.posted"), roll);
    services.messages().grantPost(roll, DiceWiring.POST_MESSAGE_FUNCTION);
  }
}
