/**
 * API Gateway's mapping templates: Velocity with {@code $input}, {@code $util}, {@code $context}
 * and {@code $stageVariables}, for REST and WebSocket APIs alike.
 */
@NullMarked
package parley.local.mapping;

import org.jspecify.annotations.NullMarked;
