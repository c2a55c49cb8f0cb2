/** The stores' contracts, held against DynamoDB Local in a process of its own. */
@NullMarked
package parley.tests.dynamo;

import org.jspecify.annotations.NullMarked;
