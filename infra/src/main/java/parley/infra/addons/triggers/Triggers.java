package parley.infra.addons.triggers;

import parley.infra.addons.Services;
import software.constructs.Construct;

/** A construct for each kind of trigger that is set. */
final class Triggers extends Construct {

  /** Reminders are people's own, and there whatever is set. */
  Triggers(Construct scope, String id, TriggersSettings settings, Services services) {
    super(scope, id);
    new Reminders(this, "Reminders", services);
    if (!settings.webhooks().isEmpty()) {
      new Webhooks(this, "Webhooks", settings.webhooks(), services);
    }
    if (!settings.digests().isEmpty()) {
      new Digests(this, "Digests", settings.digests(), services);
    }
    if (!settings.calls().isEmpty()) {
      new Calls(this, "Calls", settings.calls(), services);
    }
  }
}
