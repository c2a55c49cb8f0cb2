package parley.local.outside;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.time.Clock;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.function.Consumer;
import java.util.stream.Collectors;
import parley.local.Part;
import parley.local.secret.Secrets;
import parley.local.template.ResolvedStack;
import parley.local.template.ResourceType;
import parley.local.template.Stack;

/**
 * The outside parties that a stack's functions name. To be started after secrets, whose values they
 * have, and before functions, which are told where they answer.
 */
public final class Outside implements Part {

  private static final ObjectMapper MAPPER = new ObjectMapper();

  private final List<Party> parties;
  private final Secrets secrets;
  private final Clock clock;
  private final Consumer<String> console;
  private final List<StandIn> started = new CopyOnWriteArrayList<>();
  private volatile Map<String, String> addresses = Map.of();

  /** These parties, of which those are started that are named. */
  public Outside(List<Party> parties, Secrets secrets, Clock clock, Consumer<String> console) {
    this.parties = List.copyOf(parties);
    this.secrets = secrets;
    this.clock = clock;
    this.console = console;
  }

  @Override
  public List<ResourceType> types() {
    return List.of();
  }

  @Override
  public List<String> refusals(ResolvedStack stack) {
    return refusals((Stack) stack);
  }

  List<String> refusals(Stack stack) {
    var known =
        parties.stream().flatMap(party -> party.origins().stream()).collect(Collectors.toSet());
    return new Named(stack).refusals(known);
  }

  @Override
  public void start(Stack stack) {
    var named = new Named(stack);
    var found = new HashMap<String, String>();
    for (var party : parties) {
      if (named.any(party.origins())) {
        var pasted = named.beside(party.origins(), secrets.arns());
        pasted.forEach(arn -> paste(arn, party));
        var standIn =
            new StandIn(
                party, stack.names().site(), stack.outputs(), () -> keys(pasted), clock, console);
        started.add(standIn);
        party.origins().forEach(origin -> found.put(origin, standIn.address().toString()));
      }
    }
    addresses = Map.copyOf(found);
  }

  /** What a function is given as a variable's value: a stand-in's address for an origin. */
  public String address(String value) {
    return Named.rewritten(value, addresses);
  }

  /** All that were started. */
  public List<StandIn> all() {
    return List.copyOf(started);
  }

  /** The one that plays the party of this name. */
  public Optional<StandIn> find(String name) {
    return started.stream().filter(one -> one.party().name().equals(name)).findFirst();
  }

  /** An operator would paste what the party gave them into the secret that was made empty. */
  private void paste(String arn, Party party) {
    if (object(secrets.value(arn).orElse("{}")).filter(ObjectNode::isEmpty).isPresent()
        && !party.keys().isEmpty()) {
      secrets.put(arn, MAPPER.valueToTree(party.keys()).toString());
    }
  }

  private Map<String, String> keys(List<String> arns) {
    var keys = new HashMap<String, String>();
    for (var arn : arns) {
      object(secrets.value(arn).orElse(""))
          .ifPresent(o -> o.properties().forEach(k -> keys.put(k.getKey(), k.getValue().asText())));
    }
    return keys;
  }

  private static Optional<ObjectNode> object(String json) {
    try {
      return MAPPER.readTree(json) instanceof ObjectNode object
          ? Optional.of(object)
          : Optional.empty();
    } catch (JsonProcessingException e) {
      return Optional.empty();
    }
  }

  @Override
  public void close() {
    new ArrayList<>(started).forEach(StandIn::close);
  }
}
