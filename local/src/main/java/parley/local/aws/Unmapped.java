package parley.local.aws;

/** Nobody can say which permissions a call needs: so it is denied, whoever calls. */
public final class Unmapped extends Exception {

  private static final long serialVersionUID = 1L;

  /**
   * @param what the operation, as the caller named it
   */
  public Unmapped(String what) {
    super("the twin cannot say which permissions %s needs, and so denies it".formatted(what));
  }
}
