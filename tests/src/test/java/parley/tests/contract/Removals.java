package parley.tests.contract;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import parley.tests.history.Client;

/**
 * Races: a member is removed while they send, while they sync, and while somebody else sends what
 * they would hear; then they are added again, and all begins anew.
 */
final class Removals {

  private static final int ROOMS = 20;

  private final Office office;
  private final List<Device> devices = new ArrayList<>();

  private Removals(Office office) {
    this.office = office;
  }

  static Outcome of(long seed, int races) throws Exception {
    var trial = Trial.of(seed, races, 5);
    return Run.of(
        trial,
        cloud -> {
          var office = Office.of(trial, cloud, 1);
          var removals = new Removals(office);
          var rooms = removals.race();
          cloud.toll().end();
          cloud.drain();
          removals.devices.forEach(Device::settle);
          return new Run.Scene(office, rooms, removals.devices);
        });
  }

  private List<String> race() throws Exception {
    var work = new ArrayList<Callable<String>>();
    for (var i = 0; i < ROOMS; i++) {
      var owner = device("owner-" + i, "1");
      var other = device("other-" + i, "1");
      var guest = device("guest-" + i, "1");
      var ear = device("guest-" + i, "2");
      work.add(() -> race(owner, other, guest, ear));
    }
    var rooms = new ArrayList<String>();
    try (var threads = Executors.newVirtualThreadPerTaskExecutor()) {
      for (var room : threads.invokeAll(work)) {
        rooms.add(room.get());
      }
    }
    return rooms;
  }

  private String race(Device owner, Device other, Device guest, Device ear) throws Exception {
    var room = owner.open("races");
    owner.change(room, other.client().user(), "added");
    var user = guest.client().user();
    for (var i = 0; i < Math.ceilDiv(office.trial().messages(), ROOMS); i++) {
      owner.change(room, user, "added");
      guest.settle();
      ear.settle();
      var text = "race " + i;
      try (var threads = Executors.newVirtualThreadPerTaskExecutor()) {
        var all =
            threads.invokeAll(
                List.<Callable<Boolean>>of(
                    () -> guest.say(room, text),
                    () -> other.say(room, text),
                    () -> ear.looks(room),
                    () -> owner.removes(room, user)));
        for (var one : all) {
          var _ = one.get();
        }
      }
    }
    return room;
  }

  private Device device(String user, String name) {
    var device = new Device(office, new Client(user, name));
    devices.add(device);
    return device;
  }
}
