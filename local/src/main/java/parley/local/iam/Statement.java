package parley.local.iam;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;

/**
 * A statement of a policy.
 *
 * @param policy the logical id of the resource that holds the policy
 * @param index its position in the policy, from 0
 * @param allows true for Allow, false for Deny
 * @param principal whom it is about, in a resource's policy
 * @param actions patterns of actions
 * @param exceptActions whether it is about all other actions
 * @param resources patterns of resources
 * @param exceptResources whether it is about all other resources
 * @param conditions all of which must hold
 * @param revoked pieces that are taken away, to see what would fail
 */
record Statement(
    String policy,
    int index,
    boolean allows,
    Optional<PrincipalPattern> principal,
    List<ActionPattern> actions,
    boolean exceptActions,
    List<Text> resources,
    boolean exceptResources,
    List<Condition> conditions,
    Set<Grant> revoked) {

  /** All of its pairs of an action and a resource. */
  List<Grant> grants() {
    var grants = new ArrayList<Grant>();
    for (var action : actions) {
      for (var resource : resources) {
        grants.add(new Grant(policy, index, action.written(), resource.written()));
      }
    }
    return grants;
  }

  /** How exactly it names a principal. */
  PrincipalPattern.Match match(Principal asking) {
    return principal.map(named -> named.match(asking)).orElse(PrincipalPattern.Match.NONE);
  }

  /** The condition keys that it asks for, itself or by its variables. */
  Stream<String> keys() {
    return Stream.concat(
        resources.stream().flatMap(resource -> resource.variables().stream()),
        conditions.stream().flatMap(Condition::keys));
  }

  Statement without(Grant grant) {
    return new Statement(
        policy,
        index,
        allows,
        principal,
        actions,
        exceptActions,
        resources,
        exceptResources,
        conditions,
        Set.of(grant));
  }

  /** The pieces of it that are about this access; none where it is not about it. */
  List<Grant> about(Access access, Keys keys) {
    var aboutActions = matchingActions(access.action());
    if (aboutActions.isEmpty()) {
      return List.of();
    }
    var aboutResources = matchingResources(access.resource(), keys);
    if (aboutResources.isEmpty()
        || !conditions.stream().allMatch(condition -> condition.holds(keys))) {
      return List.of();
    }
    var matching = new ArrayList<Grant>();
    for (var action : aboutActions) {
      for (var resource : aboutResources) {
        var grant = new Grant(policy, index, action, resource);
        if (!revoked.contains(grant)) {
          matching.add(grant);
        }
      }
    }
    return matching;
  }

  private List<String> matchingActions(String action) {
    var matching =
        actions.stream()
            .filter(pattern -> pattern.matches(action))
            .map(ActionPattern::written)
            .toList();
    return exceptActions
        ? except(matching, actions.stream().map(ActionPattern::written).toList())
        : matching;
  }

  private List<String> matchingResources(String resource, Keys keys) {
    var matching =
        resources.stream()
            .filter(pattern -> Arn.isAbout(pattern, resource, keys))
            .map(Text::written)
            .toList();
    // A trust policy's statements name no resource: they are about the role itself.
    if (resources.isEmpty()) {
      return List.of(resource);
    }
    if (exceptResources) {
      var resolve = resources.stream().allMatch(pattern -> pattern.resolves(keys));
      return resolve ? except(matching, resources.stream().map(Text::written).toList()) : List.of();
    }
    return matching;
  }

  /** What is not excepted is about all of the exceptions' complement, which has one name. */
  private static List<String> except(List<String> matching, List<String> all) {
    return matching.isEmpty() ? List.of("all but " + String.join(", ", all)) : List.of();
  }
}
