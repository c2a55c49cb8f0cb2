/**
 * Rooms and phones: people write in rooms by SMS, and are sent what is written there, through
 * Twilio.
 *
 * <p>What Twilio says is believed by its signature alone. A number is somebody's once they have
 * repeated a code that was sent to it, and stands in this add-on's table and nowhere else: no
 * event, queue, message or log has it. It ends at the rooms, which are other services': they are
 * asked who is a member, and to write. Pictures that came are in a bucket of its own, by room.
 */
@NullMarked
package parley.addons.sms;

import org.jspecify.annotations.NullMarked;
