/**
 * IoT Core: devices that connect over MQTT with certificates of their own, what their policies let
 * them do, and the rules that pass on what they say.
 */
@NullMarked
package parley.local.iot;

import org.jspecify.annotations.NullMarked;
