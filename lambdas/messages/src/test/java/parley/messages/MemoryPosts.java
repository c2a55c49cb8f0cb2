package parley.messages;

import java.util.HashMap;
import java.util.Map;

/** Posts in memory. */
final class MemoryPosts implements Posts {

  private final Map<String, Post> rows = new HashMap<>();

  @Override
  public synchronized Post first(Post post) {
    var before = rows.putIfAbsent(post.id(), post);
    return before == null ? post : before;
  }
}
