/** The template: read, checked against what the twin implements, and resolved to plain values. */
@NullMarked
package parley.local.template;

import org.jspecify.annotations.NullMarked;
