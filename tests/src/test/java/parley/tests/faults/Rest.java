package parley.tests.faults;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.UncheckedIOException;
import org.jspecify.annotations.Nullable;
import parley.tests.twin.Answer;
import parley.tests.twin.Person;

/** The REST API, for who must go on when it fails. */
final class Rest {

  private Rest() {}

  /** The body of an answer; nothing else is an answer. */
  static JsonNode ask(Person person, String method, String path, @Nullable Object body)
      throws NoReply {
    var answer = answer(person, method, path, body);
    if (answer.status() >= 300) {
      throw NoReply.because(answer);
    }
    return answer.body();
  }

  /** An answer that is not to be asked for again; also a refusal. */
  static Answer answer(Person person, String method, String path, @Nullable Object body)
      throws NoReply {
    try {
      var answer = person.send(method, path, body);
      if (answer.status() == 429 || answer.status() >= 500) {
        throw NoReply.because(answer);
      }
      return answer;
    } catch (UncheckedIOException e) {
      throw NoReply.because(e);
    }
  }

  /** Asks until there is an answer. */
  static Answer insist(Person person, String method, String path, @Nullable Object body)
      throws InterruptedException {
    var backoff = new Backoff();
    while (true) {
      try {
        return answer(person, method, path, body);
      } catch (NoReply e) {
        backoff.pause();
      }
    }
  }
}
