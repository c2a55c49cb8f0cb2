package parley.infra.addons.triggers;

import java.util.List;
import parley.addons.triggers.webhooks.DeliverHandler;
import parley.addons.triggers.webhooks.WebhooksWiring;
import parley.infra.addons.Services;
import parley.infra.platform.Function;
import parley.infra.platform.Functions;
import parley.infra.platform.Secret;
import software.constructs.Construct;

/**
 * Receivers of what happens in rooms: a rule and a queue for each, so that none waits for another,
 * and one function that posts what lies there.
 */
final class Webhooks extends Construct {

  private static final String KEYS =
      "The keys that webhooks are signed with: {\"NAME\": \"whsec_…\"}, and two with a space between"
          + " while one is replaced.";

  Webhooks(Construct scope, String id, List<WebhookSettings> webhooks, Services services) {
    super(scope, id);
    var deliver =
        new Functions(this, "addons/triggers", services.on())
            .working(DeliverHandler.class)
            .with(WebhooksWiring.COUNT, Integer.toString(webhooks.size()));
    new Secret(this, "Keys", KEYS, services.on().data().keep())
        .allowRead(deliver, WebhooksWiring.SECRET);
    for (var place = 0; place < webhooks.size(); place++) {
      add(place, webhooks.get(place), deliver, services);
    }
  }

  private void add(int place, WebhookSettings webhook, Function deliver, Services services) {
    deliver
        .with(WebhooksWiring.name(place), webhook.name())
        .with(WebhooksWiring.url(place), webhook.url());
    services
        .events()
        .feed(this, webhook.name(), webhook.events(), webhook.rooms(), deliver)
        .allowHide(deliver, WebhooksWiring.queue(place));
  }
}
