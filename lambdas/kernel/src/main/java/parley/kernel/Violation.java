package parley.kernel;

/**
 * One thing that is wrong with a request's input.
 *
 * @param field the member's name, as the client wrote it
 * @param message what was got and what is allowed, in lower case
 */
public record Violation(String field, String message) {}
