/**
 * Slack: a workspace with two channels and a few people, its Web API and its Events API, as far as
 * an app of one workspace has to do with them.
 *
 * <p>It signs what it sends, and sends it again where it is not taken, sooner than the real one. It
 * takes what has the app's token, and at most one message a second and channel. The app's addresses
 * are in its manifest, which it looks for among the stack's outputs.
 */
@NullMarked
package parley.local.outside.slack;

import org.jspecify.annotations.NullMarked;
