package parley.tests.faults;

import java.util.concurrent.Callable;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/** The command line of {@code bin/prove --kills}. */
@Command(
    name = "bin/prove",
    mixinStandardHelpOptions = true,
    description =
        "Kills the twin again and again while people write, and judges what became of it.")
public final class ProveKills implements Callable<Integer> {

  private static final int SHOWN = 20;

  @Option(names = "--kills", required = true, description = "how often")
  private int kills;

  @Option(names = "--seed", description = "of the moments (default: 1)")
  private long seed = 1;

  /** Runs, and ends the process: 0 where nothing is wrong. */
  public static void main(String[] arguments) {
    System.exit(new CommandLine(new ProveKills()).execute(arguments));
  }

  @Override
  public Integer call() throws InterruptedException {
    if (kills < 1) {
      System.err.printf("kills is %d; it must be 1 or more%n", kills);
      return CommandLine.ExitCode.USAGE;
    }
    var twin = DisturbedTwin.running();
    try {
      var outcome = new Kills(twin, seed).run(kills);
      System.out.println(outcome);
      outcome.anomalies().stream().limit(SHOWN).forEach(System.out::println);
      return outcome.anomalies().isEmpty() ? 0 : 1;
    } finally {
      twin.close();
    }
  }
}
