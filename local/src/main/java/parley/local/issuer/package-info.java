/** Cognito's user pools: an OIDC issuer with a sign-in page. */
@NullMarked
package parley.local.issuer;

import org.jspecify.annotations.NullMarked;
