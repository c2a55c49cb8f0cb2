package parley.addons.panic;

import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;

/** Alarms in memory. */
final class MemoryAlarms implements Alarms {

  private record Latest(Instant received, String belongs) {}

  private final Map<String, Alarm> alarms = new HashMap<>();
  private final Map<String, Latest> latest = new HashMap<>();

  @Override
  public String latest(Press press, String offered, Duration same) {
    var key = press.button().thing() + "#" + press.click();
    var before = latest.get(key);
    if (before == null || before.received().isBefore(press.received().minus(same))) {
      latest.put(key, new Latest(press.received(), offered));
      return offered;
    }
    return before.received().isAfter(press.received().plus(same)) ? offered : before.belongs();
  }

  @Override
  public void raise(Alarm alarm) {
    alarms.putIfAbsent(alarm.alarm(), alarm);
  }

  @Override
  public Optional<Alarm> find(String alarm) {
    return Optional.ofNullable(alarms.get(alarm));
  }

  @Override
  public Optional<Alarm> acknowledge(String alarm, String room, Alarm.Acknowledgement by) {
    var found = find(alarm).filter(kept -> kept.room().equals(room));
    found
        .filter(kept -> kept.acknowledged().isEmpty())
        .ifPresent(kept -> alarms.put(alarm, changed(kept, Optional.of(by), kept.told())));
    return found.flatMap(_ -> find(alarm));
  }

  @Override
  public void tell(String alarm, Instant time) {
    alarms.computeIfPresent(
        alarm, (_, kept) -> changed(kept, kept.acknowledged(), Optional.of(time)));
  }

  private static Alarm changed(
      Alarm alarm, Optional<Alarm.Acknowledgement> acknowledged, Optional<Instant> told) {
    return new Alarm(
        alarm.alarm(),
        alarm.room(),
        alarm.button(),
        alarm.place(),
        alarm.name(),
        alarm.text(),
        alarm.pressed(),
        acknowledged,
        told);
  }
}
