/**
 * What may be set, part by part, and how a file is read into such records: with errors that name
 * file and line. What a whole file holds is in {@code instances}.
 */
@NullMarked
package parley.infra.config;

import org.jspecify.annotations.NullMarked;
