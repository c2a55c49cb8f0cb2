package parley.addons.slack;

import com.fasterxml.jackson.databind.JsonNode;
import java.time.Duration;
import java.util.Map;

/** Slack's Web API. */
interface Slack {

  /**
   * Calls a method, such as {@code chat.postMessage}. Throws where Slack was not reached, was too
   * slow, said what is no answer of it, or that it failed on the way: then nobody knows whether it
   * was done.
   */
  Answer call(String method, Map<String, String> arguments);

  /**
   * Answers a command, at the address that came with it. Throws as above.
   *
   * @param everybody whether the whole channel sees it, or only who gave the command
   */
  void answer(String address, String text, boolean everybody);

  /** What Slack said. */
  sealed interface Answer {}

  /** It was done. */
  record Done(JsonNode body) implements Answer {}

  /** It was not done: too much was asked, and after so long again. */
  record Wait(Duration time) implements Answer {}

  /** It was not done, for a reason that Slack has a word for, such as {@code channel_not_found}. */
  record Refused(String error) implements Answer {}
}
