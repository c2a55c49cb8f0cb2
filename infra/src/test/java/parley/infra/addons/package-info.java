/** What add-ons do to an instance: every subset of them is synthesized. */
@NullMarked
package parley.infra.addons;

import org.jspecify.annotations.NullMarked;
