package parley.tests.permissions;

import java.util.HashSet;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import parley.infra.review.Permission;
import parley.local.iam.Grant;

/** The grants that no test in the twin uses, by whose they are, each kind with its reason. */
final class Exceptions {

  private static final String FILES =
      "not in the twin: CDK's own function runs in an account only, where it replaces and removes files";

  private static final String DAILY =
      "not in a run of tests: its time is once a day; the twin's own tests turn the clock to such times";

  private static final String ALARMS =
      "not in the twin: it raises no alarms, of which CloudWatch would tell the topic";

  private static final String GIVEN_UP =
      "not in a run of tests: EventBridge gives an event up after a day; the twin's own tests let it try less often";

  private static final Map<String, String> SITE =
      Map.of(
          "logs:CreateLogStream", FILES,
          "logs:PutLogEvents", FILES,
          "s3:DeleteObject", FILES,
          "s3:GetBucketTagging", FILES);

  private Exceptions() {}

  static Optional<String> of(Permission permission) {
    return switch (permission.holder()) {
      case "Pages" -> Optional.ofNullable(SITE.get(permission.action()));
      case "TriggersDigestsClock" -> Optional.of(DAILY);
      default -> Optional.empty();
    };
  }

  /** Of what a resource's own policy grants. */
  static Optional<String> of(Grant grant) {
    if (grant.policy().startsWith("WatchTopicPolicy")) {
      return Optional.of(ALARMS);
    }
    return grant.policy().contains("FailedPolicy") ? Optional.of(GIVEN_UP) : Optional.empty();
  }

  /** All kinds, by their reasons. */
  static Set<String> all() {
    var all = new HashSet<>(SITE.values());
    all.add(DAILY);
    all.add(ALARMS);
    all.add(GIVEN_UP);
    return all;
  }
}
