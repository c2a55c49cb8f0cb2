package parley.identity;

import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Objects;
import java.util.stream.Collectors;
import parley.kernel.Json;
import parley.kernel.Reply;
import parley.kernel.Request;
import parley.kernel.UseCase;

/** Finds people by the beginning of any word of their name. */
record FindPeople(Profiles profiles, Names names) implements UseCase {

  private static final int MOST = 20;

  /** Where so many pages hold fewer matches, most of their rows are left over from other names. */
  private static final int MAX_PAGES = 10;

  @Override
  public Reply handle(Request request) {
    var input = request.input();
    var query = NameKeys.normal(input.text("query", 1, DisplayName.MAX_LENGTH));
    if (query.isEmpty() && input.refusal().isEmpty()) {
      input.reject("query", "has nothing in it but white space");
    }
    return input.refusal().map(Reply::refused).orElseGet(() -> Reply.ok(found(query)));
  }

  private Object found(String query) {
    var list = Json.object();
    var array = list.putArray("profiles");
    matches(query).stream().limit(MOST).forEach(profile -> array.add(profile.json()));
    return list;
  }

  private Collection<Profile> matches(String query) {
    var found = new LinkedHashMap<String, Profile>();
    var next = "";
    for (var page = 0; page < MAX_PAGES && found.size() < MOST; page++) {
      var rows = names.find(query, next);
      matching(query, rows.users()).forEach(profile -> found.putIfAbsent(profile.user(), profile));
      next = rows.next();
      if (next.isEmpty()) {
        break;
      }
    }
    return found.values();
  }

  /** In the rows' order, which is that of the names. */
  private List<Profile> matching(String query, List<String> users) {
    var found =
        profiles.find(users.stream().distinct().toList()).stream()
            .collect(Collectors.toMap(Profile::user, profile -> profile));
    return users.stream()
        .map(found::get)
        .filter(Objects::nonNull)
        .filter(profile -> NameKeys.match(profile.name(), query))
        .toList();
  }
}
