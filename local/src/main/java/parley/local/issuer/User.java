package parley.local.issuer;

/**
 * Somebody who has an account.
 *
 * @param sub the id for ever
 * @param email what they sign in with, in lower case
 * @param name as others see it
 * @param password salted and hashed
 */
record User(String sub, String email, String name, String password) {}
