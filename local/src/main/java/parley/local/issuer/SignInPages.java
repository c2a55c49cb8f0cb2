package parley.local.issuer;

import java.io.IOException;
import java.time.Clock;
import java.time.Instant;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;

/**
 * What people see: signing in, signing up, signing out.
 *
 * @param codes what a client gets for a sign-in
 * @param sessions who is signed in here
 * @param clock the time
 */
record SignInPages(Codes codes, Sessions sessions, Clock clock) {

  WebAnswer authorize(Pool pool, Asked asked, WebRequest request) throws Asked.Refused {
    var session =
        asked.prompt().equals("login")
            ? Optional.<Sessions.SignedIn>empty()
            : sessions.find(pool, request);
    if (session.isPresent()) {
      return code(asked, session.get().sub(), session.get().since());
    }
    if (asked.prompt().equals("none")) {
      throw new Asked.Refused(asked, "login_required");
    }
    return WebAnswer.redirect("/login?" + request.query());
  }

  WebAnswer signIn(Pool pool, Asked asked, WebRequest request) {
    if (!request.method().equals("POST")) {
      return page(200, asked, Html.signIn(pool, request.query(), "", ""));
    }
    var form = request.form();
    var email = form.getOrDefault("username", "");
    return pool.accounts()
        .signIn(email, form.getOrDefault("password", ""))
        .map(user -> signedIn(pool, asked, user))
        .orElseGet(
            () ->
                page(
                    200,
                    asked,
                    Html.signIn(pool, request.query(), email, "Incorrect username or password.")));
  }

  WebAnswer signUp(Pool pool, Asked asked, WebRequest request) throws IOException {
    if (!request.method().equals("POST")) {
      return page(200, asked, Html.signUp(pool, request.query(), new Person("", "", ""), ""));
    }
    var form = request.form();
    var person =
        new Person(
            form.getOrDefault("name", "").strip(),
            form.getOrDefault("username", "").strip(),
            form.getOrDefault("password", ""));
    var wrong = wrong(pool, person);
    if (wrong.isEmpty()) {
      var user = pool.accounts().add(person, Passwords.ITERATIONS);
      if (user.isPresent()) {
        return signedIn(pool, asked, user.get());
      }
      wrong = Optional.of("An account with the given email already exists.");
    }
    return page(200, asked, Html.signUp(pool, request.query(), person, wrong.get()));
  }

  /** Ends the session and leads to an address of the client's, or back to signing in. */
  WebAnswer signOut(Client client, WebRequest request) {
    var asked = request.asked();
    var cookie = sessions.end(request);
    var target = asked.getOrDefault("logout_uri", "");
    if (client.logouts().contains(target)) {
      return WebAnswer.redirect(target).with("Set-Cookie", cookie);
    }
    if (target.isEmpty() && client.callbacks().contains(asked.getOrDefault("redirect_uri", ""))) {
      return WebAnswer.redirect("/login?" + request.query()).with("Set-Cookie", cookie);
    }
    return Html.page(400, Html.error("The logout_uri is not one of the client's."), "")
        .with("Set-Cookie", cookie);
  }

  private static Optional<String> wrong(Pool pool, Person person) {
    if (person.name().isEmpty()) {
      return Optional.of("Your name is missing.");
    }
    if (!person.email().matches("[^@\\s]+@[^@\\s]+")) {
      return Optional.of("That is not an email address.");
    }
    return pool.rules().broken(person.password());
  }

  private WebAnswer signedIn(Pool pool, Asked asked, User user) {
    return code(asked, user.sub(), clock.instant()).with("Set-Cookie", sessions.begin(pool, user));
  }

  private WebAnswer code(Asked asked, String sub, Instant since) {
    var grant =
        new Grant(
            sub,
            asked.client().id(),
            asked.scopes(),
            asked.nonce(),
            since,
            UUID.randomUUID().toString());
    var code = codes.issue(grant, asked.redirectUri(), asked.challenge());
    return WebAnswer.redirect(asked.answer(Map.of("code", code)));
  }

  private static WebAnswer page(int status, Asked asked, String content) {
    return Html.page(status, content, asked.redirectUri());
  }
}
