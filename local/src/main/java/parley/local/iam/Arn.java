package parley.local.iam;

/** How patterns of ARNs match: part by part, of which there are six, the last with any colons. */
final class Arn {

  private Arn() {}

  static boolean matches(Text pattern, String arn, Keys keys) {
    if (pattern.written().equals("*")) {
      return true;
    }
    var globs = pattern.arnGlobs(keys);
    if (globs.isEmpty()) {
      return false;
    }
    var parts = arn.split(":", 6);
    if (parts.length != globs.get().size()) {
      return false;
    }
    for (var i = 0; i < parts.length; i++) {
      if (!globs.get().get(i).matches(parts[i])) {
        return false;
      }
    }
    return true;
  }
}
