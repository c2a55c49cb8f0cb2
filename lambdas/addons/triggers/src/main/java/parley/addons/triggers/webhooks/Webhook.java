package parley.addons.triggers.webhooks;

import java.net.URI;

/**
 * A receiver of events.
 *
 * @param name by which its keys are found in the secret
 * @param url where events are posted
 * @param queue the URL of the queue in front of it
 */
record Webhook(String name, URI url, URI queue) {

  /** Whether this queue, by its ARN, is the one in front of it. */
  boolean isFedBy(String queueArn) {
    return last(queueArn, ':').equals(last(queue.getPath(), '/'));
  }

  private static String last(String text, char before) {
    return text.substring(text.lastIndexOf(before) + 1);
  }
}
