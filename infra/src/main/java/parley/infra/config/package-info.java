/**
 * What may be set for one customer, read from {@code instances/NAME.yaml} with errors that name
 * file and line.
 */
@NullMarked
package parley.infra.config;

import org.jspecify.annotations.NullMarked;
