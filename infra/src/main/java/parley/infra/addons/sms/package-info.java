/** The add-on by which people write in rooms, and hear of them, by SMS. */
@NullMarked
package parley.infra.addons.sms;

import org.jspecify.annotations.NullMarked;
