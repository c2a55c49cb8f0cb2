/**
 * The one endpoint through which every call of a function to AWS passes: who calls is known before
 * what is done.
 */
@NullMarked
package parley.local.aws;

import org.jspecify.annotations.NullMarked;
