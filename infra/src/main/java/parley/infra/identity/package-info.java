/** Who people are: the user pool, profiles and the search for people. */
@NullMarked
package parley.infra.identity;

import org.jspecify.annotations.NullMarked;
