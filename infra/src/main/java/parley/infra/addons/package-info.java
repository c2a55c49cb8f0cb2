/**
 * What a customer may switch on beyond the chat itself: a package for each add-on, with the record
 * of its settings and the construct that it adds. {@link parley.infra.addons.AddOns} has a line for
 * each of them.
 *
 * <p>An add-on only adds. It ends where the services begin: it asks them for grants, and changes
 * none of their resources.
 */
@NullMarked
package parley.infra.addons;

import org.jspecify.annotations.NullMarked;
