package parley.tests.history;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Stream;

/** Gathers anomalies, each with the events that show it. */
final class Findings {

  private static final int MOST_EVENTS = 8;

  /** Looking up events is slow: beyond so many anomalies nobody reads them. */
  private static final int WITH_EVENTS = 100;

  private final History history;
  private final List<Anomaly> anomalies = new ArrayList<>();

  Findings(History history) {
    this.history = history;
  }

  List<Anomaly> all() {
    return anomalies;
  }

  /** What is wrong with entries of a room; the events are those of anybody that name them. */
  void add(Anomaly.Kind kind, String room, List<Long> seqs, String what, Object... values) {
    var events = events(room).filter(noted -> names(noted.event(), seqs));
    anomalies.add(new Anomaly(kind, room, seqs, what.formatted(values), first(events)));
  }

  /** What is wrong for one client. */
  void add(
      Anomaly.Kind kind, Client client, String room, List<Long> seqs, String what, Object... all) {
    var events =
        events(room)
            .filter(noted -> noted.event().client().equals(client))
            .filter(noted -> names(noted.event(), seqs));
    var sentence = "%s %s".formatted(client, what.formatted(all));
    anomalies.add(new Anomaly(kind, room, seqs, sentence, first(events)));
  }

  /** What is wrong with a request. */
  void add(Anomaly.Kind kind, Event.Acked acked, String what, Object... values) {
    var events = events(acked.room()).filter(noted -> isOf(noted.event(), acked.clientId()));
    var sentence = "%s %s".formatted(acked.clientId(), what.formatted(values));
    anomalies.add(new Anomaly(kind, acked.room(), List.of(acked.seq()), sentence, first(events)));
  }

  private Stream<History.Noted> events(String room) {
    return anomalies.size() >= WITH_EVENTS
        ? Stream.empty()
        : history.tracks().values().stream()
            .flatMap(List::stream)
            .filter(noted -> noted.event().room().equals(room));
  }

  private static List<History.Noted> first(Stream<History.Noted> events) {
    return events.limit(MOST_EVENTS).sorted(Comparator.comparing(History.Noted::at)).toList();
  }

  private static boolean names(Event event, List<Long> seqs) {
    return event.seqs().stream().anyMatch(seqs::contains);
  }

  private static boolean isOf(Event event, String clientId) {
    return switch (event) {
      case Event.Sent sent -> sent.clientId().equals(clientId);
      case Event.Acked acked -> acked.clientId().equals(clientId);
      case Event.Refused refused -> refused.clientId().equals(clientId);
      case Event.Received _,
          Event.Synced _,
          Event.Shown _,
          Event.Changing _,
          Event.Changed _,
          Event.Read _,
          Event.Opened _,
          Event.Closed _ ->
          false;
    };
  }
}
