package parley.local.template;

import java.util.Collection;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Turns the public addresses that a template builds into the twin's own, wherever they stand in a
 * text. Bare host names, as CloudFront's origins have them, stay as they are.
 *
 * <pre>
 * https://APIID.execute-api.REGION.amazonaws.com   → {aws}/_execute-api/APIID
 * https://ID.cloudfront.net, https://ALIAS         → {site}
 * https://cognito-idp.REGION.amazonaws.com         → {issuer}
 * https://PREFIX.auth.REGION.amazoncognito.com     → {issuer}
 * </pre>
 *
 * {@code wss:} becomes {@code ws:} where {@code https:} becomes {@code http:}.
 */
final class Addresses {

  private record Rule(Pattern pattern, String replacement) {}

  private final List<Rule> rules;

  /** Addresses by these names; a distribution also has the domains of its aliases. */
  Addresses(Names names, Collection<String> aliases) {
    var aws = names.aws().getAuthority();
    var site = names.site().getAuthority();
    var issuer = names.issuer().getAuthority();
    var domains = new StringBuilder("[a-z0-9]+\\.cloudfront\\.net");
    aliases.forEach(alias -> domains.append('|').append(Pattern.quote(alias)));
    rules =
        List.of(
            rule(
                "([a-z0-9]+)\\.execute-api\\.[a-z0-9-]+\\.amazonaws\\.com",
                aws,
                "/_execute-api/$2"),
            rule("(?:" + domains + ")", site, ""),
            rule("cognito-idp\\.[a-z0-9-]+\\.amazonaws\\.com", issuer, ""),
            rule("[a-z0-9-]+\\.auth\\.[a-z0-9-]+\\.amazoncognito\\.com", issuer, ""));
  }

  /** The text with the twin's addresses in it. */
  String rewrite(String text) {
    if (!text.contains("://")) {
      return text;
    }
    var result = text;
    for (var rule : rules) {
      result = rule.pattern().matcher(result).replaceAll(rule.replacement());
    }
    return result;
  }

  private static Rule rule(String host, String authority, String path) {
    return new Rule(
        Pattern.compile("\\b(http|ws)s://" + host + "(?![A-Za-z0-9.-])"),
        "$1://" + Matcher.quoteReplacement(authority) + path);
  }
}
