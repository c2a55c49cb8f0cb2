/**
 * DynamoDB's tables in this JVM's memory, behind the SDK's own client: what the functions use of
 * them, and no more.
 *
 * <p>DynamoDB Local answers some thousand calls a second, and a run that shows the delivery
 * contract makes millions. So that this is no other DynamoDB, the stores' contracts and random
 * calls are held against both. What is not known here throws.
 */
@NullMarked
package parley.tests.tables;

import org.jspecify.annotations.NullMarked;
