/** Who is typing: a socket's action, and the function that has it shown. */
@NullMarked
package parley.infra.addons.typing;

import org.jspecify.annotations.NullMarked;
