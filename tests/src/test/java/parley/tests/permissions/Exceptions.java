package parley.tests.permissions;

import java.util.HashSet;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import parley.infra.review.Permission;

/** The grants that no test in the twin uses, by whose they are, each kind with its reason. */
final class Exceptions {

  private static final String FILES =
      "not in the twin: CDK's own function runs in an account only, where it replaces and removes files";

  private static final Map<String, String> SITE =
      Map.of(
          "logs:CreateLogStream", FILES,
          "logs:PutLogEvents", FILES,
          "s3:DeleteObject", FILES,
          "s3:GetBucketTagging", FILES);

  private Exceptions() {}

  static Optional<String> of(Permission permission) {
    return permission.holder().equals("Pages")
        ? Optional.ofNullable(SITE.get(permission.action()))
        : Optional.empty();
  }

  /** All kinds, by their reasons. */
  static Set<String> all() {
    return new HashSet<>(SITE.values());
  }
}
