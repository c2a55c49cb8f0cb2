/** Lambda: the functions' real jars in child JVMs, behind the Lambda Runtime API. */
@NullMarked
package parley.local.lambda;

import org.jspecify.annotations.NullMarked;
