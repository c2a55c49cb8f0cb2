package parley.messages;

/** The fake keeps the contract that the real store keeps. */
final class MemoryPostsTest extends PostsContract {

  private final Posts posts = new MemoryPosts();

  @Override
  Posts posts() {
    return posts;
  }
}
