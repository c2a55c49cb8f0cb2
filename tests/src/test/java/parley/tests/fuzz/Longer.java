package parley.tests.fuzz;

import static org.junit.platform.engine.discovery.DiscoverySelectors.selectPackage;

import java.io.PrintWriter;
import java.time.Duration;
import org.junit.platform.launcher.core.LauncherDiscoveryRequestBuilder;
import org.junit.platform.launcher.core.LauncherFactory;
import org.junit.platform.launcher.listeners.SummaryGeneratingListener;

/**
 * Runs this package's tests for bin/fuzz: prints what was executed, and how what failed can be
 * repeated.
 */
public final class Longer {

  private Longer() {}

  /** Ends with 1 where anything failed. */
  public static void main(String[] args) {
    var summary = new SummaryGeneratingListener();
    var began = System.nanoTime();
    LauncherFactory.create()
        .execute(
            LauncherDiscoveryRequestBuilder.request()
                .selectors(selectPackage(Longer.class.getPackageName()))
                .build(),
            summary);
    var found = summary.getSummary();
    found.printFailuresTo(new PrintWriter(System.out, true), 5);
    System.out.printf(
        "fuzz: %d of %d tests failed, %d min%n",
        found.getTotalFailureCount(),
        found.getTestsFoundCount(),
        Duration.ofNanos(System.nanoTime() - began).toMinutes());
    System.exit(found.getTotalFailureCount() == 0 ? 0 : 1);
  }
}
