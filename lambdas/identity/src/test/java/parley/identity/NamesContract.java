package parley.identity;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/** What every store of names does. */
public abstract class NamesContract {

  /** An empty store. */
  abstract Names names();

  @Test
  void usersAreFoundByTheBeginningOfAKeyInTheKeysOrder() {
    var names = names();
    names.add("u1", Set.of("lovelace", "ada lovelace"));
    names.add("u2", Set.of("adam"));
    names.add("u3", Set.of("bob"));
    assertThat(all(names, "ada")).containsExactly("u1", "u2");
    assertThat(all(names, "adam")).containsExactly("u2");
    assertThat(all(names, "x")).isEmpty();
  }

  @Test
  void aRemovedKeyFindsNobodyAndOthersStay() {
    var names = names();
    names.add("u1", Set.of("ada", "byron"));
    names.add("u2", Set.of("ada"));
    names.remove("u1", Set.of("ada", "never"));
    assertThat(all(names, "ada")).containsExactly("u2");
    assertThat(all(names, "byron")).containsExactly("u1");
  }

  @Test
  void addingAndRemovingNothingIsWell() {
    var names = names();
    names.add("u1", Set.of());
    names.remove("u1", Set.of());
    assertThat(all(names, "a")).isEmpty();
  }

  @Test
  void aKeyMayHoldTheSignThatDividesItFromTheUser() {
    var names = names();
    names.add("u1", Set.of("c# coder"));
    assertThat(all(names, "c#")).containsExactly("u1");
  }

  @Test
  void moreKeysThanABatchAreAddedAndRemoved() {
    var names = names();
    var keys = IntStream.range(0, 60).mapToObj("k%02d"::formatted).collect(Collectors.toSet());
    names.add("u1", keys);
    assertThat(all(names, "k")).hasSize(60);
    names.remove("u1", new TreeSet<>(keys).headSet("k50"));
    assertThat(all(names, "k")).hasSize(10);
  }

  @Test
  void morePeopleThanAPageAreFound() {
    var names = names();
    var users = IntStream.range(0, 230).mapToObj("u%03d"::formatted).toList();
    users.forEach(user -> names.add(user, Set.of("ada")));
    assertThat(all(names, "ada")).isEqualTo(users);
  }

  private static List<String> all(Names names, String prefix) {
    var all = new ArrayList<String>();
    var next = "";
    do {
      var page = names.find(prefix, next);
      all.addAll(page.users());
      next = page.next();
    } while (!next.isEmpty());
    return all;
  }
}
