package parley.local.site;

import java.io.IOException;
import parley.local.iam.Access;
import parley.local.iam.Guard;
import parley.local.iam.Principal;

/**
 * What a deployment does, by the right of its function's role.
 *
 * @param role the function's
 * @param guard decides
 */
record DeploymentRole(Principal role, Guard guard) {

  /** Throws where the role does not allow it, as the deployment then fails on AWS. */
  void check(String action, String resource) throws IOException {
    var decision = guard.check(role, new Access(action, resource));
    if (!decision.allowed()) {
      throw new IOException("the site's files cannot be put in place: " + decision.message());
    }
  }
}
