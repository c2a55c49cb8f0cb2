package parley.local.iam;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import parley.local.template.Stack;

/**
 * All policies of a stack in one region of one account, by whom and what they are about. Throws
 * {@link IllegalArgumentException} where one cannot be read.
 *
 * @param region of the endpoint that is called: {@code aws:RequestedRegion}
 * @param account whose the resources are: {@code aws:ResourceAccount} where their ARNs do not say
 * @param roles by ARN
 * @param resources the statements of resources' own policies, by the resource's ARN
 * @param devices what devices may do, by their certificates' ARNs
 */
record Policies(
    String region,
    String account,
    Map<String, Role> roles,
    Map<String, List<Statement>> resources,
    Map<String, List<Statement>> devices) {

  /** Nothing that is allowed. */
  static final Policies NONE = new Policies("", "", Map.of(), Map.of(), Map.of());

  /**
   * A role's policies.
   *
   * @param identity what it may do, inline or attached
   * @param boundary what it may do at most
   * @param trust who may be it
   * @param tags what {@code aws:PrincipalTag} gives, by its key
   */
  record Role(
      List<Statement> identity,
      Optional<List<Statement>> boundary,
      List<Statement> trust,
      Map<String, String> tags) {

    /** A role of another stack, of which nothing is known, or none. */
    static final Role UNKNOWN = new Role(List.of(), Optional.empty(), List.of(), Map.of());
  }

  static Policies of(Stack stack) {
    var problems = new ArrayList<String>();
    var read = new StackReader(stack, problems).read();
    if (!problems.isEmpty()) {
      throw new IllegalArgumentException(String.join("; ", problems));
    }
    return read;
  }

  /** The role that a session is of. */
  Role role(Principal principal) {
    return principal instanceof Principal.RoleSession session
        ? roles.getOrDefault(session.role(), Role.UNKNOWN)
        : Role.UNKNOWN;
  }

  /** What a device may do. */
  List<Statement> of(Principal.Device device) {
    return devices.getOrDefault(device.certificate(), List.of());
  }

  /** All statements there are. */
  Stream<Statement> statements() {
    return Stream.concat(
        Stream.concat(resources.values().stream(), devices.values().stream()).flatMap(List::stream),
        roles.values().stream()
            .flatMap(
                role ->
                    Stream.of(role.identity(), role.boundary().orElse(List.of()), role.trust())
                        .flatMap(List::stream)));
  }

  /** What roles and devices are allowed, pattern by pattern. */
  List<Grant> allowed() {
    return allowed(
        Stream.concat(roles.values().stream().map(Role::identity), devices.values().stream()));
  }

  /** What resources' own policies allow others, pattern by pattern. */
  List<Grant> allowedByResources() {
    return allowed(resources.values().stream());
  }

  private static List<Grant> allowed(Stream<List<Statement>> statements) {
    return statements
        .flatMap(List::stream)
        .filter(Statement::allows)
        .flatMap(statement -> statement.grants().stream())
        .distinct()
        .toList();
  }

  /** The ARN under which a resource's policy is found: an object's is its bucket's. */
  static String owner(String resource) {
    return resource.startsWith("arn:aws:s3:::") ? resource.split("/", 2)[0] : resource;
  }

  /** The same without one piece of one statement. */
  Policies without(Grant grant) {
    var changed = new HashMap<String, Role>();
    roles.forEach(
        (arn, role) ->
            changed.put(
                arn,
                new Role(
                    without(role.identity(), grant), role.boundary(), role.trust(), role.tags())));
    return new Policies(
        region, account, changed, without(resources, grant), without(devices, grant));
  }

  private static Map<String, List<Statement>> without(
      Map<String, List<Statement>> all, Grant grant) {
    var others = new HashMap<String, List<Statement>>();
    all.forEach((arn, statements) -> others.put(arn, without(statements, grant)));
    return others;
  }

  private static List<Statement> without(List<Statement> statements, Grant grant) {
    return statements.stream()
        .map(s -> s.allows() && s.grants().contains(grant) ? s.without(grant) : s)
        .toList();
  }
}
