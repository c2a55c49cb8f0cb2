package parley.local;

import java.util.List;
import parley.local.template.ResolvedStack;
import parley.local.template.ResourceType;
import parley.local.template.Stack;

/** A part of AWS that the twin implements: the resource types that it reads, and their life. */
public interface Part extends AutoCloseable {

  /** The resource types that it knows. */
  List<ResourceType> types();

  /**
   * What it finds in the values of the stack's properties that it cannot run, one sentence each;
   * any stops the start.
   */
  default List<String> refusals(ResolvedStack stack) {
    return List.of();
  }

  /**
   * Makes what the stack declares and begins to serve it. Called once, after the template was found
   * acceptable.
   */
  void start(Stack stack) throws Exception;

  /** Stops all that it started. */
  @Override
  void close();
}
