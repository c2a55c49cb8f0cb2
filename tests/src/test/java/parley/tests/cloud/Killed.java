package parley.tests.cloud;

/** Ends a function where it stands: no code of the product's catches it. */
final class Killed extends Error {

  private static final long serialVersionUID = 1;

  Killed() {
    super("killed", null, false, false);
  }
}
