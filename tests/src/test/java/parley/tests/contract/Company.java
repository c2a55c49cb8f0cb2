package parley.tests.contract;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.IntStream;
import parley.tests.cloud.Chance;
import parley.tests.cloud.Cloud;
import parley.tests.history.Client;

/**
 * People with their devices, and rooms: of each room one owner, some who stay, and two guests, who
 * come and go all the time.
 */
final class Company {

  private static final int STAFF = 6;
  private static final int GUESTS = 2;

  private final Office office;
  private final List<Device> devices;
  private final Map<String, Device> owners = new HashMap<>();
  private final Map<String, List<String>> guests = new HashMap<>();

  private Company(Office office, List<Device> devices) {
    this.office = office;
    this.devices = devices;
  }

  /** With its rooms and members; every third person has two devices. */
  static Company of(Trial trial, Cloud cloud) {
    var clients = new ArrayList<Client>();
    for (var i = 0; i < trial.people(); i++) {
      clients.add(new Client("user-" + i, "1"));
      if (i % 3 == 0) {
        clients.add(new Client("user-" + i, "2"));
      }
    }
    var office = Office.of(trial, cloud, clients.size());
    var company =
        new Company(office, clients.stream().map(client -> new Device(office, client)).toList());
    IntStream.range(0, trial.rooms()).forEach(company::open);
    return company;
  }

  private void open(int number) {
    var people = office.trial().people();
    var owner = device("user-" + number % people);
    var room = owner.open("room " + number);
    owners.put(room, owner);
    var random = Chance.of(office.trial().seed(), "members", number);
    var members = new ArrayList<String>();
    while (members.size() < Math.min(STAFF + GUESTS, people - 1)) {
      var user = "user-" + random.nextInt(people);
      if (!user.equals(owner.client().user()) && !members.contains(user)) {
        members.add(user);
        owner.change(room, user, "added");
      }
    }
    guests.put(room, List.copyOf(members.subList(0, GUESTS)));
  }

  Office office() {
    return office;
  }

  List<Device> devices() {
    return devices;
  }

  Set<String> rooms() {
    return owners.keySet();
  }

  /** All send, while owners remove guests and add them again. */
  void live() throws InterruptedException {
    var threads = new ArrayList<Thread>();
    var failures = office.violations();
    for (var device : devices) {
      threads.add(
          Thread.ofVirtual()
              .uncaughtExceptionHandler((_, e) -> failures.add("a device failed: " + e))
              .start(() -> unchecked(() -> device.live())));
    }
    var usher = Thread.ofVirtual().start(() -> unchecked(this::usher));
    for (var thread : threads) {
      thread.join();
    }
    usher.join();
  }

  /** Guests go and come, one at a time, until most are done. */
  private void usher() throws InterruptedException {
    var random = Chance.of(office.trial().seed(), "usher");
    var rooms = owners.keySet().stream().sorted().toList();
    var out = new HashSet<String>();
    var pause = Math.max(2, office.trial().messages() / 1500);
    for (var i = 0L; office.progress().sleep(pause); i++) {
      var room = Chance.oneOf(rooms, random);
      var guest = Chance.oneOf(guests.get(room), random);
      var isOut = !out.remove(room + guest);
      if (!isOut) {
        owners.get(room).usher(i).change(room, guest, "added");
      } else {
        out.add(room + guest);
        owners.get(room).usher(i).change(room, guest, "removed");
      }
    }
  }

  /** Nothing goes wrong any more, all connect, and a last word in each room reaches everybody. */
  void rest() throws InterruptedException {
    office.cloud().toll().end();
    office.cloud().drain();
    devices.forEach(Device::settle);
    for (var room : owners.keySet().stream().sorted().toList()) {
      var _ = owners.get(room).say(room, "that is all");
    }
    office.cloud().drain();
    devices.forEach(Device::settle);
    devices.forEach(Device::learn);
  }

  private Device device(String user) {
    return devices.stream()
        .filter(device -> device.client().user().equals(user))
        .findFirst()
        .orElseThrow();
  }

  /** Work that may be interrupted, which here means that it is over. */
  private interface Work {
    void done() throws InterruptedException;
  }

  private static void unchecked(Work work) {
    try {
      work.done();
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }
}
