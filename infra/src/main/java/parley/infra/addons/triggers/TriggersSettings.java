package parley.infra.addons.triggers;

import java.util.List;
import parley.infra.addons.AddOn;
import parley.infra.addons.Services;
import parley.infra.config.Setting;
import software.constructs.Construct;

/** Does something when something happens, or when it is time. */
public record TriggersSettings(
    @Setting(
            about = "Who is told of what happens in rooms.",
            otherwise = "none",
            most = 10,
            unlike = "name")
        List<WebhookSettings> webhooks,
    @Setting(
            about = "The rooms that are told each day how much was written.",
            otherwise = "none",
            most = 20,
            unlike = "room")
        List<DigestSettings> digests,
    @Setting(
            about = "Calls of AWS' API in the account, of which rooms are told.",
            otherwise = "none",
            most = 20)
        List<CallSettings> calls)
    implements AddOn {

  @Override
  public void addTo(Construct stack, Services services) {
    new Triggers(stack, "Triggers", this, services);
  }
}
