package parley.tests.bench;

/** The room of which {@link Events} speak. */
final class Room {

  private Room() {}

  /** Lets so many people join, connect and subscribe, by the functions that do it. */
  static void open(Functions functions, Meter meter, int members) throws Exception {
    try (var join =
            FunctionProcess.start(functions.named("messages.ChangeMembership"), meter.address());
        var connect =
            FunctionProcess.start(functions.named("connections.Connect"), meter.address());
        var subscribe =
            FunctionProcess.start(functions.named("connections.Subscribe"), meter.address())) {
      for (var user = 0; user < members; user++) {
        join.ask(Events.joins(user));
        connect.ask(Events.connects(user));
        subscribe.ask(Events.subscribes(user));
      }
    }
  }
}
