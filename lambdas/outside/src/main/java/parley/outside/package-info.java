/**
 * What add-ons need that talk to outside parties: keys that an operator put into Secrets Manager,
 * and requests over HTTPS.
 *
 * <p>It knows no outside party by name: what is signed how, and what is asked where, is each
 * add-on's own.
 */
@NullMarked
package parley.outside;

import org.jspecify.annotations.NullMarked;
