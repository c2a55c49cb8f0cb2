package parley.identity;

import java.util.Optional;
import java.util.TreeSet;
import parley.kernel.Input;
import parley.kernel.Reply;
import parley.kernel.Request;
import parley.kernel.UseCase;

/**
 * Changes the caller's name, color or both.
 *
 * <pre>
 *   keys of the new name are added ─► the profile changes ─► keys of the old name go
 *     ─► keys of the name that is there now are added again
 * </pre>
 *
 * <p>So people are found by the name that they have at any time, wherever it stops. The last step
 * is for two changes at once, of which one may remove what the other has just added.
 */
record UpdateProfile(Profiles profiles, Names names, Registration registration) implements UseCase {

  @Override
  public Reply handle(Request request) {
    var input = request.input();
    var name = request.body().has("name") ? Optional.of(name(input)) : Optional.<String>empty();
    var color =
        request.body().has("color")
            ? Optional.of(input.oneOf("color", Color.TEXTS))
            : Optional.<String>empty();
    if (name.isEmpty() && color.isEmpty()) {
      input.reject("name", "must be given, or color, or both");
    }
    var refusal = input.refusal();
    if (refusal.isPresent()) {
      return Reply.refused(refusal.get());
    }
    var old = registration.profile(request.caller());
    var changed =
        name.isPresent()
            ? rename(old, name.get(), color.map(Color::of))
            : profiles.change(old.user(), name, color.map(Color::of));
    return Reply.ok(changed.json());
  }

  private static String name(Input input) {
    var text = input.text("name", 1, DisplayName.MAX_LENGTH);
    var tidy = DisplayName.tidy(text);
    if (tidy.isEmpty() && !text.isEmpty()) {
      input.reject("name", "has nothing in it that can be seen");
    }
    return tidy.orElse("");
  }

  private Profile rename(Profile old, String name, Optional<Color> color) {
    var user = old.user();
    names.add(user, NameKeys.of(name));
    var changed = profiles.change(user, Optional.of(name), color);
    var former = new TreeSet<>(NameKeys.of(old.name()));
    former.removeAll(NameKeys.of(name));
    names.remove(user, former);
    profiles.find(user).ifPresent(now -> names.add(user, NameKeys.of(now.name())));
    return changed;
  }
}
