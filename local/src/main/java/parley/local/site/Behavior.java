package parley.local.site;

import java.util.Set;
import java.util.regex.Pattern;

/**
 * What a distribution does with some paths.
 *
 * @param paths which ones
 * @param methods the HTTP methods that it lets through
 * @param origin where answers come from
 * @param headers what is added to them
 * @param gzip whether text is compressed for those who accept it
 */
record Behavior(
    Pattern paths, Set<String> methods, Origin origin, HeadersPolicy headers, boolean gzip) {}
