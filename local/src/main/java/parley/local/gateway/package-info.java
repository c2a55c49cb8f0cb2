/** API Gateway's REST APIs: routes, models, mapping templates, authorizers. */
@NullMarked
package parley.local.gateway;

import org.jspecify.annotations.NullMarked;
