package parley.addons.panic;

final class MemoryAlarmsTest extends AlarmsContract {

  private final Alarms alarms = new MemoryAlarms();

  @Override
  Alarms alarms() {
    return alarms;
  }
}
