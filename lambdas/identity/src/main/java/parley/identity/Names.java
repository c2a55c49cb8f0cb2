package parley.identity;

import java.util.List;
import java.util.Set;

/** By which keys people may be found; see {@link NameKeys}. */
interface Names {

  /** Makes a user found by these keys; those that are there already stay. */
  void add(String user, Set<String> keys);

  /** Ends that a user is found by these keys; those that are not there do no harm. */
  void remove(String user, Set<String> keys);

  /**
   * A page of the rows whose key begins so, in their order.
   *
   * @param prefix normal text, not empty
   * @param next "" for the first page, else what the page before gave
   */
  Page find(String prefix, String next);

  /**
   * Users, one for every row, so perhaps one more than once.
   *
   * @param next where the next page begins; "" where this was the last
   */
  record Page(List<String> users, String next) {}
}
