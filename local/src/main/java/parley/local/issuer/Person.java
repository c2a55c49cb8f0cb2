package parley.local.issuer;

/**
 * Somebody who may sign in from the beginning.
 *
 * @param name as others see it
 * @param email what they sign in with
 * @param password in the clear, since it is shown to whoever starts the twin
 */
public record Person(String name, String email, String password) {}
