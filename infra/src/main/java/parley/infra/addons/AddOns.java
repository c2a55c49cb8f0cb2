package parley.infra.addons;

import java.lang.reflect.RecordComponent;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import parley.infra.addons.panic.PanicSettings;
import parley.infra.addons.slack.SlackSettings;
import parley.infra.addons.sms.SmsSettings;
import parley.infra.addons.stream.StreamSettings;
import parley.infra.addons.triggers.TriggersSettings;
import parley.infra.addons.typing.TypingSettings;
import parley.infra.config.Setting;

/** Every add-on there is, in a line; it is switched on by its settings being written. */
public record AddOns(
    @Setting(about = "Shows who is typing.") Optional<TypingSettings> typing,
    @Setting(about = "Links rooms and channels of Slack.") Optional<SlackSettings> slack,
    @Setting(about = "Lets people write in rooms, and hear of them, by SMS.")
        Optional<SmsSettings> sms,
    @Setting(about = "Takes events of clients into a Kinesis stream.")
        Optional<StreamSettings> stream,
    @Setting(about = "Makes alarms in rooms of what panic buttons say.")
        Optional<PanicSettings> panic,
    @Setting(about = "Does something when something happens, or when it is time.")
        Optional<TriggersSettings> triggers) {

  /** Those that are switched on, by their names, in the order above. */
  public Map<String, AddOn> on() {
    var on = new LinkedHashMap<String, AddOn>();
    for (var component : AddOns.class.getRecordComponents()) {
      settings(component).ifPresent(settings -> on.put(component.getName(), settings));
    }
    return on;
  }

  private Optional<AddOn> settings(RecordComponent component) {
    try {
      return ((Optional<?>) component.getAccessor().invoke(this)).map(AddOn.class::cast);
    } catch (ReflectiveOperationException e) {
      throw new IllegalStateException(component + " cannot be read", e);
    }
  }
}
