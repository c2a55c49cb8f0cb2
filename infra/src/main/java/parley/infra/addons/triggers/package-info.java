/** What is done when something happens, or when it is time: webhooks, and messages in rooms. */
@NullMarked
package parley.infra.addons.triggers;

import org.jspecify.annotations.NullMarked;
