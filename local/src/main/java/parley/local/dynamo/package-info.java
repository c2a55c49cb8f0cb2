/** DynamoDB: tables in DynamoDB Local, their streams, event source mappings and expiry. */
@NullMarked
package parley.local.dynamo;

import org.jspecify.annotations.NullMarked;
