package parley.tests.permissions;

import java.util.Map;
import java.util.Optional;
import parley.infra.review.Permission;

/** The grants that no test in the twin uses, by whose they are, each kind with its reason. */
final class Exceptions {

  private static final Map<String, String> BY_HOLDER =
      Map.of("Pages", "not in the twin, which puts the site's files in place by itself");

  private Exceptions() {}

  static Optional<String> of(Permission permission) {
    return Optional.ofNullable(BY_HOLDER.get(permission.holder()));
  }

  /** All kinds, with their reasons. */
  static Map<String, String> all() {
    return BY_HOLDER;
  }
}
