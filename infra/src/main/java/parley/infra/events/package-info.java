/** The bus on which add-ons hear what happens in rooms; there is none where no add-on listens. */
@NullMarked
package parley.infra.events;

import org.jspecify.annotations.NullMarked;
