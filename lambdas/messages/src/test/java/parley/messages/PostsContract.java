package parley.messages;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.UUID;
import org.junit.jupiter.api.Test;

/** What every {@link Posts} does; each test takes ids of its own. */
public abstract class PostsContract {

  private static final Instant LATER = Instant.parse("2026-03-31T10:00:00Z");

  private final String id = UUID.randomUUID().toString();

  /** The store under test. */
  abstract Posts posts();

  /** A contract without a store. */
  protected PostsContract() {}

  @Test
  public void thePostThatCameFirstStays() {
    var first = new Post(id, "r", 7, LATER);
    assertThat(posts().first(first)).isEqualTo(first);
    assertThat(posts().first(new Post(id, "r", 9, LATER.plusSeconds(60)))).isEqualTo(first);
    assertThat(posts().first(new Post(id, "other", 0, LATER))).isEqualTo(first);
  }

  @Test
  public void anotherIdIsAnotherPost() {
    posts().first(new Post(id, "r", 7, LATER));
    var other = new Post(id + "-2", "r", 8, LATER);
    assertThat(posts().first(other)).isEqualTo(other);
  }
}
