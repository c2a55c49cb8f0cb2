/** The twin's permissions, held against an evaluator that somebody else wrote. */
@NullMarked
package parley.tests.iam;

import org.jspecify.annotations.NullMarked;
