package parley.tests.matrix;

import java.net.URI;
import java.util.Locale;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import parley.tests.twin.Person;
import parley.tests.twin.RunningTwin;

/**
 * The people of the matrix, each always in the same part; newcomers, so that no other test's people
 * are disturbed.
 */
enum Cast {
  OWNER,
  MEMBER,
  OTHER_MEMBER,
  REMOVED,
  STRANGER,
  GUEST;

  private static final Map<Cast, Person> PEOPLE = new ConcurrentHashMap<>();
  private static final Map<Cast, String> IDS = new ConcurrentHashMap<>();

  static URI site() {
    return RunningTwin.site();
  }

  Person person() {
    return PEOPLE.computeIfAbsent(
        this,
        part ->
            Person.newcomer(
                site(),
                "%s-%s".formatted(part.name().toLowerCase(Locale.ROOT), UUID.randomUUID())));
  }

  String id() {
    return IDS.computeIfAbsent(this, part -> part.person().id());
  }
}
