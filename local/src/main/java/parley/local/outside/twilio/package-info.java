/**
 * A stand-in for Twilio: numbers to which SMS go and from which they come, its Messages API with
 * the media that came, and its webhooks, signed as Twilio signs them.
 *
 * <p>It knows nothing of who uses it: where to tell of an SMS it finds among the stack's outputs,
 * by the fragment that only Twilio's webhooks have, as an operator pastes it into the number's
 * page.
 */
@NullMarked
package parley.local.outside.twilio;

import org.jspecify.annotations.NullMarked;
