/** API Gateway's WebSocket APIs: routes, mapping templates, and the @connections API. */
@NullMarked
package parley.local.socket;

import org.jspecify.annotations.NullMarked;
