/**
 * Permissions: decides as IAM would whether a principal of the stack may do something, by the
 * roles, policies and resource policies of the template. It knows no service's API: what a call
 * needs is said by the part that serves it.
 */
@NullMarked
package parley.local.iam;

import org.jspecify.annotations.NullMarked;
