package parley.tests.contract;

import java.time.Duration;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import parley.tests.cloud.Cloud;
import parley.tests.history.Checker;
import parley.tests.history.Client;
import parley.tests.history.Entry;
import parley.tests.history.Event;
import parley.tests.tables.MemoryDynamo;
import software.amazon.awssdk.services.dynamodb.DynamoDbClient;

/** Runs a trial from an empty stack to its checked end. */
final class Run {

  private Run() {}

  /** A company that chats. */
  static Outcome of(Trial trial) throws Exception {
    return inMemory(trial, again(trial), cloud -> chat(trial, cloud));
  }

  /** The same over another DynamoDB, without tables of the functions' names. */
  static Outcome of(Trial trial, DynamoDbClient tables) throws Exception {
    return of(trial, again(trial), tables, cloud -> chat(trial, cloud));
  }

  private static String again(Trial trial) {
    return "--messages %d --faults 0 --only-messages".formatted(trial.messages());
  }

  private static Scene chat(Trial trial, Cloud cloud) throws Exception {
    var company = Company.of(trial, cloud);
    company.live();
    company.rest();
    return new Scene(company.office(), company.rooms(), company.devices());
  }

  /** What is played, up to where all is at rest. */
  @FunctionalInterface
  interface Play {
    Scene on(Cloud cloud) throws Exception;
  }

  /** What is there when all is at rest. */
  record Scene(Office office, Collection<String> rooms, List<Device> devices) {

    /** One in which nobody shows anything. */
    static Scene of(Office office, Collection<String> rooms) {
      return new Scene(office, rooms, List.of());
    }
  }

  /** Any other play. */
  static Outcome of(Trial trial, Play play) throws Exception {
    return inMemory(trial, "--messages 0 --faults 0", play);
  }

  private static Outcome inMemory(Trial trial, String again, Play play) throws Exception {
    try (var tables = new MemoryDynamo()) {
      return of(trial, again, tables, play);
    }
  }

  private static Outcome of(Trial trial, String again, DynamoDbClient tables, Play play)
      throws Exception {
    var began = System.nanoTime();
    try (var cloud = new Cloud(trial.seed(), trial.perMille(), trial.flaw(), tables)) {
      return judged(trial, again, play.on(cloud), began);
    }
  }

  /** A person of a number, with one device. */
  static Client client(int number) {
    return new Client("user-" + number, "1");
  }

  private static Outcome judged(Trial trial, String again, Scene scene, long began) {
    var office = scene.office();
    var logs = new HashMap<String, List<Entry>>();
    scene.rooms().forEach(room -> logs.put(room, office.cloud().log(room)));
    var screens =
        scene.devices().stream().flatMap(device -> device.reader().screens().stream()).toList();
    var history = office.history();
    var anomalies = Checker.check(history, logs, screens);
    var surprises = new ArrayList<>(office.violations());
    office.cloud().surprises().forEach(surprise -> surprises.add(surprise.toString()));
    return new Outcome(
        trial.seed(),
        again,
        office.progress().messages(),
        history.entries(Event.Received.class) + history.entries(Event.Synced.class),
        office.cloud().toll().counts(),
        anomalies,
        surprises,
        Duration.ofNanos(System.nanoTime() - began));
  }
}
