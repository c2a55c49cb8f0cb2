package parley.local.console;

import com.fasterxml.jackson.databind.node.ArrayNode;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import parley.local.journal.Request;
import parley.local.journal.Step;
import parley.local.journal.Trail;

/** What a function called in the requests that are remembered. */
final class LatelyCalled {

  private record Counts(int calls, int denied) {

    Counts and(boolean allowed) {
      return new Counts(calls + 1, allowed ? denied : denied + 1);
    }
  }

  private final String function;
  private final Map<String, Counts> counts = new TreeMap<>();

  private LatelyCalled(String function) {
    this.function = function;
  }

  /** {@code [{action, resource, calls, denied}]}. */
  static ArrayNode by(String function, List<Request> requests) {
    var lately = new LatelyCalled(function);
    requests.forEach(request -> lately.count(request.trail(), false));
    var list = Reply.JSON.createArrayNode();
    lately.counts.forEach(
        (access, counts) -> {
          var parts = access.split(" ", 2);
          list.addObject()
              .put("action", parts[0])
              .put("resource", parts[1])
              .put("calls", counts.calls())
              .put("denied", counts.denied());
        });
    return list;
  }

  private void count(Trail trail, boolean own) {
    for (var step : trail.steps()) {
      switch (step) {
        case Step.Invoked run -> count(run.trail(), false);
        case Step.Called call -> count(call.trail(), call.caller().equals(function));
        case Step.Decided decided -> {
          if (own) {
            var access = decided.decision().access();
            // One line for all connections.
            var resource = access.resource().replaceFirst("(/@connections/).+", "$1*");
            counts.merge(
                access.action() + " " + resource,
                new Counts(0, 0).and(decided.decision().allowed()),
                (known, one) -> known.and(one.denied() == 0));
          }
        }
        case Step.Passed passed -> {}
        case Step.Refused refused -> {}
      }
    }
  }
}
