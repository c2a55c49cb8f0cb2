package parley.infra;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.function.BiConsumer;
import parley.addons.stream.ArchiveHandler;
import parley.addons.typing.ShowTypingHandler;
import parley.infra.addons.AddOn;
import parley.infra.addons.Services;
import parley.infra.platform.Artifacts;
import parley.infra.platform.Functions;
import parley.infra.platform.QueueFeed;
import parley.infra.platform.Secret;
import parley.infra.platform.Webhook;
import software.amazon.awscdk.App;
import software.constructs.Construct;

/**
 * An add-on that talks to an outside party and uses all that there is for such ones. What its
 * functions do matters to nobody here.
 */
final class Relay implements AddOn {

  static final Synthesized STACK = Synthesized.of(Synthesized.SMALLEST, Relay::stack);

  private static final String OPERATIONS =
      """
      paths:
        /relay/events:
          post:
            operationId: RelayEvents
            security: []
            parameters:
              - { name: X-Relay-Signature, in: header, schema: { type: string } }
            responses: {}
        /relay/form/{part}:
          post:
            operationId: RelayForm
            security: []
            parameters:
              - { name: part, in: path, required: true, schema: { type: string } }
            responses: {}
      """;

  /** Puts the smallest instance with this add-on into an app. */
  static void stack(App app) {
    new ParleyStack(app, Synthesized.SMALLEST, described(), Map.of("relay", new Relay()));
  }

  /** The smallest instance with an add-on that does this. */
  static void stackWith(BiConsumer<Construct, Services> addOn) {
    new ParleyStack(
        Synthesized.app(), Synthesized.SMALLEST, described(), Map.of("relay", addOn::accept));
  }

  @Override
  public void addTo(Construct stack, Services services) {
    var scope = new Construct(stack, "Relay");
    var keep = services.on().data().keep();
    var hear =
        new Functions(scope, "addons/typing", services.on()).answering(ShowTypingHandler.class);
    var tell = new Functions(scope, "addons/stream", services.on()).working(ArchiveHandler.class);
    var keys = new Secret(scope, "Keys", "Relay's keys: {\"signingSecret\": \"…\"}.", keep);
    keys.allowRead(hear, "KEYS");
    services
        .on()
        .rest()
        .route("POST", "/relay/events", new Webhook(hear, Webhook.Reads.RAW, Webhook.Answers.TEXT));
    services
        .on()
        .rest()
        .route(
            "POST",
            "/relay/form/{part}",
            new Webhook(hear, Webhook.Reads.FORM, Webhook.Answers.XML));
    services.messages().grantPost(hear, "POST_MESSAGE_FUNCTION");
    services.messages().grantPost(tell, "POST_MESSAGE_FUNCTION");
    services.rooms().grantFindMembership(hear, "FIND_MEMBERSHIP_FUNCTION");
    services.identity().grantAsk(tell, "READ_PROFILE_FUNCTION");
    services.events().feed(scope, "Heard", List.of("message.posted"), tell);
    var own = new QueueFeed(scope, "Own", tell, keep);
    own.allowSend(hear, "OWN_QUEUE");
    own.tell(services.watch(), "what is to be relayed");
  }

  private static Artifacts described() {
    var built = Synthesized.standIns();
    try {
      var api = Files.createTempDirectory("api");
      var described = Files.readString(Path.of("../api/openapi.yaml"));
      Files.writeString(
          api.resolve("openapi.yaml"), described.replaceFirst("\npaths:\n", "\n" + OPERATIONS));
      return new Artifacts(built.lambdas(), built.site(), api);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
