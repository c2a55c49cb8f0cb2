package parley.tests.permissions;

import static org.junit.platform.engine.discovery.DiscoverySelectors.selectPackage;
import static org.junit.platform.engine.discovery.DiscoverySelectors.selectUniqueId;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.junit.platform.engine.DiscoverySelector;
import org.junit.platform.engine.support.descriptor.MethodSource;
import org.junit.platform.launcher.EngineFilter;
import org.junit.platform.launcher.Launcher;
import org.junit.platform.launcher.LauncherDiscoveryRequest;
import org.junit.platform.launcher.TestIdentifier;
import org.junit.platform.launcher.core.LauncherDiscoveryRequestBuilder;
import org.junit.platform.launcher.core.LauncherFactory;
import org.junit.platform.launcher.listeners.SummaryGeneratingListener;
import org.junit.platform.launcher.listeners.TestExecutionSummary;

/** The tests in the twin, to be run one by one. */
final class TwinTests {

  private final Launcher launcher = LauncherFactory.create();

  /**
   * A method with tests.
   *
   * @param id JUnit's
   * @param type the name of its class, without the package
   * @param name such as {@code ChatTest.aMessageReachesAllMembers}
   */
  record TwinTest(String id, String type, String name) {

    static Optional<TwinTest> of(TestIdentifier identifier) {
      return identifier
          .getSource()
          .filter(MethodSource.class::isInstance)
          .map(MethodSource.class::cast)
          .map(method -> of(identifier.getUniqueId(), method));
    }

    private static TwinTest of(String id, MethodSource method) {
      var type = method.getClassName().replaceFirst(".*\\.", "");
      return new TwinTest(id, type, type + "." + method.getMethodName());
    }
  }

  /** All there are, by their class. */
  Map<String, List<TwinTest>> byClass() {
    var plan = launcher.discover(request(selectPackage("parley.tests.twin")));
    return plan.getRoots().stream()
        .flatMap(root -> plan.getDescendants(root).stream())
        .flatMap(identifier -> TwinTest.of(identifier).stream())
        .collect(Collectors.groupingBy(TwinTest::type, TreeMap::new, Collectors.toList()));
  }

  /** Runs it: what failed; empty where it passes. */
  Optional<Throwable> failure(TwinTest test) {
    var summary = new SummaryGeneratingListener();
    launcher.execute(request(selectUniqueId(test.id())), summary);
    return summary.getSummary().getFailures().stream()
        .map(TestExecutionSummary.Failure::getException)
        .findFirst();
  }

  private static LauncherDiscoveryRequest request(DiscoverySelector selector) {
    return LauncherDiscoveryRequestBuilder.request()
        .selectors(selector)
        .filters(EngineFilter.includeEngines("junit-jupiter"))
        .build();
  }
}
