package parley.messages;

/** What add-ons asked to write, as a store keeps it. */
interface Posts {

  /**
   * Keeps a post, if none with its id is there.
   *
   * @return the one that is kept: this one, or the one that was there before
   */
  Post first(Post post);
}
