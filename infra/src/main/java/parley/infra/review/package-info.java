/**
 * What a security reviewer reads of a stack before it is deployed, written from its synthesized
 * template alone. It decides nothing about the stack and knows no service by name.
 */
@NullMarked
package parley.infra.review;

import org.jspecify.annotations.NullMarked;
