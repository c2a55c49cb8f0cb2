package parley.local.outside;

import java.util.List;
import java.util.Map;
import java.util.Set;

/** A stand-in for an outside party. Safe for many threads. */
public interface Party {

  /** What it is called, of lower-case letters, such as {@code slack}. */
  String name();

  /** The origins that it stands in for, such as {@code https://slack.com}. */
  Set<String> origins();

  /**
   * What it gives its customer to be pasted into their secret, by the names that they use there.
   * Asked for only where the secret is still empty; {@link Surroundings#keys} has it from then on.
   */
  Map<String, String> keys();

  /** Begins, once, before anything is asked of it. The stack does not serve yet. */
  void start(Surroundings surroundings);

  /** Answers a request of the stack. */
  Answer answer(Request request) throws Exception;

  /** What a person can make it do, as it is now. */
  List<Form> forms();

  /**
   * Makes it do something.
   *
   * @param form a form's id
   * @param fields a value of each of the form's fields, by name
   * @return what came of it, in a sentence
   */
  String submit(String form, Map<String, String> fields) throws Exception;
}
