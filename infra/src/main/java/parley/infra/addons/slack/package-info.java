/** The add-on that links rooms and channels of Slack. */
@NullMarked
package parley.infra.addons.slack;

import org.jspecify.annotations.NullMarked;
