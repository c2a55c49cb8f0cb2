/** The rooms' log: entries, and who may write and read them. */
@NullMarked
package parley.infra.messages;

import org.jspecify.annotations.NullMarked;
