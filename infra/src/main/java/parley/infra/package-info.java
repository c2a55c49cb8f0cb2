/** The CDK app: one stack for each file in {@code instances/}, and how its services are joined. */
@NullMarked
package parley.infra;

import org.jspecify.annotations.NullMarked;
