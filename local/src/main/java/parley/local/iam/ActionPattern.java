package parley.local.iam;

/**
 * A pattern of actions, which knows no case.
 *
 * @param written as it stands in the policy
 * @param glob the same, made ready
 */
record ActionPattern(String written, Glob glob) {

  static ActionPattern of(String written) {
    return new ActionPattern(written, Glob.ignoringCase(written));
  }

  boolean matches(String action) {
    return glob.matches(action);
  }
}
