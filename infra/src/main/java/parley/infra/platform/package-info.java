/**
 * What the services' constructs share: functions, tables, the REST API and the socket. Knows no
 * service by name.
 */
@NullMarked
package parley.infra.platform;

import org.jspecify.annotations.NullMarked;
