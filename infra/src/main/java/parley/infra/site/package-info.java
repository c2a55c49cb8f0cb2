/** The web client's files and the one origin in front of everything. */
@NullMarked
package parley.infra.site;

import org.jspecify.annotations.NullMarked;
