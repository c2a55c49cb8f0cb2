package parley.infra;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import parley.infra.addons.AddOn;
import parley.infra.addons.Services;
import parley.infra.connections.Connections;
import parley.infra.events.Events;
import parley.infra.identity.Identity;
import parley.infra.identity.SignIn;
import parley.infra.instances.Instance;
import parley.infra.instances.Settings;
import parley.infra.messages.Messages;
import parley.infra.platform.Artifacts;
import parley.infra.platform.Foundation;
import parley.infra.platform.OpenApi;
import parley.infra.platform.Rest;
import parley.infra.platform.Socket;
import parley.infra.platform.Watch;
import parley.infra.rooms.Rooms;
import parley.infra.site.Pages;
import parley.infra.site.Site;
import software.amazon.awscdk.CfnOutput;
import software.amazon.awscdk.NestedStack;
import software.amazon.awscdk.Stack;
import software.amazon.awscdk.StackProps;
import software.constructs.Construct;

/** One customer: everything that is theirs, and nothing that is anybody else's. */
public final class ParleyStack extends Stack {

  /** The stack of an instance. */
  public ParleyStack(Construct scope, Instance instance, Artifacts artifacts) {
    this(scope, instance, artifacts, instance.settings().addOns().on());
  }

  /** The stack of an instance with these add-ons, by their names. */
  ParleyStack(Construct scope, Instance instance, Artifacts artifacts, Map<String, AddOn> addOns) {
    super(
        scope,
        instance.stack(),
        StackProps.builder()
            .description("Parley: " + instance.name())
            .tags(Map.of("parley:instance", instance.name()))
            .terminationProtection(instance.settings().data().keep())
            .build());
    var settings = instance.settings();
    var signIn = new SignIn(this, "SignIn", instance.stack(), settings.signIn(), settings.data());
    var description = OpenApi.read(artifacts.api().resolve("openapi.yaml"));
    var rest = new Rest(this, "Rest", signIn.pool(), description);
    var socket = new Socket(this, "Socket");
    var site =
        new Site(
            this, "Site", new Site.SiteProps(settings.domain(), rest, socket, signIn.origins()));
    var client = signIn.client(site.origin());
    new Pages(
        this, "Pages", site, artifacts.site(), config(settings, signIn, client, addOns.keySet()));

    var on = new Foundation(settings.data(), settings.logs(), artifacts, rest, socket);
    var identity = new Identity(this, "Identity", on);
    var rooms = new Rooms(this, "Rooms", on);
    var messages = new Messages(this, "Messages", on);
    var connections = new Connections(this, "Connections", on);
    connections.admit(site.origin());
    connections.ask(rooms);
    rooms.tell(identity, messages, connections);
    var watch = new Watch(this, "Watch", settings.alarms());
    var events = new Events(this, on, messages, watch);
    var services =
        new Services(
            this, on, site.origin(), identity, rooms, messages, connections, events, watch);
    addOns.forEach((name, addOn) -> addOn.addTo(stackOf(name), services));
    socket.publish();

    connections.deliver(messages, watch);
    messages.tell(watch);
    rest.tell(watch);

    output("SiteUrl", "Where people open it.", site.origin() + "/");
    output("UserPoolId", "Where accounts are administered.", signIn.pool().getUserPoolId());
    output("SignInUrl", "The sign-in page's origin.", signIn.address());
  }

  private NestedStack stackOf(String addOn) {
    return new NestedStack(
        this, Character.toUpperCase(addOn.charAt(0)) + addOn.substring(1) + "Stack");
  }

  private static Map<String, Object> config(
      Settings settings, SignIn signIn, String client, Set<String> addOns) {
    var config = new LinkedHashMap<String, Object>();
    config.put("title", settings.title());
    config.put("issuer", signIn.issuer());
    config.put("clientId", client);
    config.put("signInUrl", signIn.address());
    config.put("addOns", List.copyOf(addOns));
    return config;
  }

  private void output(String id, String description, String value) {
    CfnOutput.Builder.create(this, id).description(description).value(value).build();
  }
}
