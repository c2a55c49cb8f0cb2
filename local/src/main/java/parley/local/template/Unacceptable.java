package parley.local.template;

import java.util.List;
import java.util.stream.Collectors;

/** The template needs what the twin does not implement: all of it, in one list. */
public final class Unacceptable extends RuntimeException {

  private static final long serialVersionUID = 1L;

  private final transient List<Problem> problems;

  /** Refuses a template for these problems. */
  public Unacceptable(List<Problem> problems) {
    super(
        problems.stream()
            .map(Problem::toString)
            .collect(
                Collectors.joining(
                    "\n  ", "the twin does not implement all of this stack:\n  ", "")));
    this.problems = List.copyOf(problems);
  }

  /** What is not implemented. */
  public List<Problem> problems() {
    return problems;
  }
}
