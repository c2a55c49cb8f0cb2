/**
 * A model of what stands around the functions: they are their own code, wired as they are deployed,
 * and behind their clients of AWS are tables, other functions, sockets and the log's stream in this
 * JVM, each with the faults that it can have.
 *
 * <p>Who breaks what, and when, follows from one number: every invocation and every batch has its
 * faults by the seed, by who caused it and by how many they caused before, not by the clock.
 */
@NullMarked
package parley.tests.cloud;

import org.jspecify.annotations.NullMarked;
