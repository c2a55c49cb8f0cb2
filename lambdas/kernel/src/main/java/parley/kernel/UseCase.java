package parley.kernel;

/**
 * What one function does, with no transport in it. A refusal is a reply; an exception is a bug or
 * an outage.
 */
@FunctionalInterface
public interface UseCase {

  /** Answers one request. Called by one thread at a time. */
  Reply handle(Request request);
}
