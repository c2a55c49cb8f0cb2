package parley.infra.addons.triggers;

import java.util.List;
import parley.addons.triggers.digests.DigestsWiring;
import parley.addons.triggers.digests.WriteDigestHandler;
import parley.infra.addons.Services;
import parley.infra.platform.Clock;
import parley.infra.platform.Functions;
import parley.infra.platform.QueueFeed;
import software.constructs.Construct;

/**
 * Daily digests: a schedule for each room leaves in a queue that one is due, so that none is lost
 * where the function fails.
 */
final class Digests extends Construct {

  Digests(Construct scope, String id, List<DigestSettings> digests, Services services) {
    super(scope, id);
    var write =
        new Functions(this, "addons/triggers", services.on()).working(WriteDigestHandler.class);
    services.messages().grantCount(write, DigestsWiring.COUNT_MESSAGES_FUNCTION);
    services.messages().grantPost(write, DigestsWiring.POST_MESSAGE_FUNCTION);
    var due = new QueueFeed(this, "Due", write, services.on().data().keep());
    due.tell(services.watch(), "daily digests");
    var clock = new Clock(this, "Clock");
    for (var digest : digests) {
      clock.leave(
          new Clock.When(digest.room(), digest.cron(), digest.zone()), due, message(digest));
    }
  }

  private static String message(DigestSettings digest) {
    return "{\"room\":\"%s\",\"zone\":\"%s\",\"time\":\"%s\"}"
        .formatted(digest.room(), digest.zone(), Clock.TIME);
  }
}
