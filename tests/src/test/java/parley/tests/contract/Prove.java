package parley.tests.contract;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/** The long way to show the delivery contract: {@code bin/prove}. */
@Command(
    name = "bin/prove",
    mixinStandardHelpOptions = true,
    description = "Shows the delivery contract on the functions' own code, with faults.")
final class Prove implements Callable<Integer> {

  /** All that a company of this many sends is kept in memory until it is checked. */
  private static final int ROUND = 100_000;

  private static final int FAULTS_PER_MILLE = 20;

  @Option(names = "--seed", defaultValue = "1", description = "what goes wrong follows from it")
  private long seed;

  @Option(
      names = "--messages",
      defaultValue = "1000000",
      description = "how many messages must be acked (default: ${DEFAULT-VALUE})")
  private long messages;

  @Option(
      names = "--faults",
      defaultValue = "10000",
      description = "how many faults must happen (default: ${DEFAULT-VALUE})")
  private long faults;

  @Option(
      names = "--only-messages",
      description = "leave out repeated sends, races of removal, and the crowd")
  private boolean onlyMessages;

  public static void main(String... arguments) {
    System.exit(new CommandLine(new Prove()).execute(arguments));
  }

  @Override
  public Integer call() throws Exception {
    var outcomes = new ArrayList<>(rounds());
    if (!onlyMessages) {
      System.out.println("100,000 sends, each 1 to 10 times at once:");
      outcomes.add(told(Repeats.of(seed, 100_000)));
      System.out.println("10,000 races of a removal against sending and hearing:");
      outcomes.add(told(Removals.of(seed, 10_000)));
      var crowd = Crowd.of(seed, 20);
      System.out.println(crowd);
      outcomes.add(crowd.outcome());
    }
    var right = outcomes.stream().allMatch(Outcome::isRight);
    System.out.println(right ? "nothing was wrong" : "SOMETHING WAS WRONG: see above");
    return right ? 0 : 1;
  }

  /** Companies, one after the other, until enough was sent and enough went wrong. */
  private List<Outcome> rounds() throws Exception {
    var outcomes = new ArrayList<Outcome>();
    var acked = 0L;
    var happened = 0L;
    for (var round = 0; acked < messages || happened < faults; round++) {
      var size = (int) Math.clamp(messages - acked, 2_000, ROUND);
      var outcome = told(Run.of(Trial.of(seed + round, size, FAULTS_PER_MILLE)));
      acked += outcome.acked();
      happened += outcome.faultsInAll();
      outcomes.add(outcome);
    }
    System.out.printf("in all: %,d messages acked, %,d faults%n", acked, happened);
    return outcomes;
  }

  private static Outcome told(Outcome outcome) {
    System.out.println(outcome);
    return outcome;
  }
}
