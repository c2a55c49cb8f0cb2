package parley.local.issuer;

import java.net.URI;
import java.util.Map;

/** The issuer's pages: plain HTML, one style sheet, no script. */
final class Html {

  static final String STYLE =
      """
      :root { color-scheme: light dark; --paper: light-dark(#fff, #17191d); --ground: light-dark(#f3f4f6, #0e0f12);
        --ink: light-dark(#17191d, #eceef2); --soft: light-dark(#555c68, #a3abb9);
        --line: light-dark(#7c8492, #727b8a); --accent: light-dark(#1d4fd7, #8fb0ff);
        --on-accent: light-dark(#fff, #0c1430); --alarm: light-dark(#b3161b, #ff9a9a); }
      * { box-sizing: border-box; }
      body { margin: 0; min-height: 100dvh; display: grid; place-items: center; padding: 1rem;
        background: var(--ground); color: var(--ink); font: 1rem/1.5 system-ui, sans-serif; }
      main { width: 100%; max-width: 24rem; background: var(--paper); padding: 2rem 1.5rem; border-radius: 1rem; }
      h1 { margin: 0 0 1.25rem; font-size: 1.5rem; line-height: 1.2; }
      form { display: grid; gap: 1rem; }
      label { display: grid; gap: .25rem; font-weight: 600; }
      input { font: inherit; color: inherit; background: var(--paper); padding: .625rem .75rem; width: 100%;
        border: 1px solid var(--line); border-radius: .5rem; }
      button { font: inherit; font-weight: 600; padding: .75rem; border: 0; border-radius: .5rem; cursor: pointer;
        background: var(--accent); color: var(--on-accent); }
      :focus-visible { outline: 3px solid var(--accent); outline-offset: 2px; }
      a { color: var(--accent); }
      small { font-weight: 400; color: var(--soft); }
      .alert { margin: 0 0 1rem; color: var(--alarm); font-weight: 600; }
      """;

  private Html() {}

  static String signIn(Pool pool, String query, String email, String wrong) {
    var signUp =
        pool.signUp()
            ? "<p>New here? <a href=\"/signup?%s\">Create an account</a></p>".formatted(text(query))
            : "";
    return """
    <h1>Sign in</h1>
    %s<form method="post" action="/login?%s">
    <label>Email <input name="username" type="email" autocomplete="username" required autofocus value="%s"></label>
    <label>Password <input name="password" type="password" autocomplete="current-password" required></label>
    <button>Sign in</button>
    </form>
    %s"""
        .formatted(alert(wrong), text(query), text(email), signUp);
  }

  static String signUp(Pool pool, String query, Person person, String wrong) {
    return """
    <h1>Create an account</h1>
    %s<form method="post" action="/signup?%s">
    <label>Name <input name="name" autocomplete="name" required autofocus maxlength="80" value="%s"></label>
    <label>Email <input name="username" type="email" autocomplete="username" required value="%s">
    <small>No mail is sent on this machine.</small></label>
    <label>Password <input name="password" type="password" autocomplete="new-password" required minlength="%d">
    <small>At least %d characters.</small></label>
    <button>Create account</button>
    </form>
    <p>Have an account? <a href="/login?%s">Sign in</a></p>
    """
        .formatted(
            alert(wrong),
            text(query),
            text(person.name()),
            text(person.email()),
            pool.rules().length(),
            pool.rules().length(),
            text(query));
  }

  static String error(String message) {
    return "<h1>That did not work</h1>\n<p>%s</p>\n".formatted(text(message));
  }

  /**
   * A whole page.
   *
   * @param target where a form's answer may lead; "" for nowhere
   */
  static WebAnswer page(int status, String content, String target) {
    var title = content.substring(content.indexOf("<h1>") + 4, content.indexOf("</h1>"));
    var html =
        """
        <!doctype html>
        <html lang="en">
        <head><meta charset="utf-8"><meta name="viewport" content="width=device-width, initial-scale=1">
        <title>%s</title><link rel="stylesheet" href="/style.css"><link rel="icon" href="data:,"></head>
        <body><main>
        %s</main></body>
        </html>
        """
            .formatted(title, content);
    var policy =
        "default-src 'none'; style-src 'self'; img-src data:; form-action 'self' %s;"
            + " frame-ancestors 'none'; base-uri 'none'";
    return new WebAnswer(
        status,
        Map.of(
            "Content-Type", "text/html;charset=UTF-8",
            "Cache-Control", "no-store",
            "Content-Security-Policy", policy.formatted(origin(target)),
            "X-Content-Type-Options", "nosniff",
            "Referrer-Policy", "same-origin"),
        html);
  }

  private static String alert(String wrong) {
    return wrong.isEmpty()
        ? ""
        : "<p class=\"alert\" role=\"alert\">%s</p>\n".formatted(text(wrong));
  }

  private static String origin(String target) {
    if (target.isEmpty()) {
      return "";
    }
    var uri = URI.create(target);
    return uri.getScheme() + "://" + uri.getRawAuthority();
  }

  private static String text(String value) {
    return value
        .replace("&", "&amp;")
        .replace("<", "&lt;")
        .replace(">", "&gt;")
        .replace("\"", "&quot;")
        .replace("'", "&#39;");
  }
}
