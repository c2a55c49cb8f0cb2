package parley.local.template;

/** A reference to a resource whose type is not implemented: that type's own problem says enough. */
final class Unknowable extends IllegalArgumentException {

  private static final long serialVersionUID = 1L;

  Unknowable(String logicalId, String type) {
    super("it refers to %s, whose type %s is not implemented".formatted(logicalId, type));
  }
}
