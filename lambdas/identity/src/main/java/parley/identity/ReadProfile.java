package parley.identity;

import java.util.List;
import parley.kernel.Json;
import parley.kernel.Reply;
import parley.kernel.Request;
import parley.kernel.UseCase;

/**
 * Shows the profiles of the users who are named, or the caller's own, which it makes at first.
 *
 * <p>A record that has {@code users}, be it empty, asks for others. It also serves other functions,
 * which ask whether somebody exists: they have no profile of their own.
 */
record ReadProfile(Profiles profiles, Registration registration) implements UseCase {

  /** What one read of the table gives at most. */
  private static final int MAX_USERS = 100;

  @Override
  public Reply handle(Request request) {
    var caller = request.caller();
    return caller.user().isEmpty() || request.params().has("users") || request.body().has("users")
        ? named(request)
        : Reply.ok(registration.profile(caller).json());
  }

  private Reply named(Request request) {
    var input = request.input();
    var users = input.ids("users", MAX_USERS);
    return input.refusal().map(Reply::refused).orElseGet(() -> found(users));
  }

  private Reply found(List<String> users) {
    var list = Json.object();
    var found = list.putArray("profiles");
    profiles.find(users.stream().distinct().toList()).forEach(p -> found.add(p.json()));
    return Reply.ok(list);
  }
}
