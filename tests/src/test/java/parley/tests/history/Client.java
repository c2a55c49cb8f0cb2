package parley.tests.history;

/**
 * One device of one person, over all of its connections.
 *
 * @param user the person's id
 * @param device told apart from the person's others by this
 */
public record Client(String user, String device) {

  @Override
  public String toString() {
    return user + "/" + device;
  }
}
