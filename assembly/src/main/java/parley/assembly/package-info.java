/**
 * Reads what {@code cdk synth} wrote, for the twin that runs it and for the pages that a reviewer
 * reads. Knows CloudFormation and nothing of what a template is for.
 */
@NullMarked
package parley.assembly;

import org.jspecify.annotations.NullMarked;
