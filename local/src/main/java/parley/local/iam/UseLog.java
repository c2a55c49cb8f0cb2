package parley.local.iam;

import com.fasterxml.jackson.core.type.TypeReference;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Consumer;
import java.util.function.Supplier;

/**
 * Keeps in a file which grants were used: one line of JSON for each first use of the same grants by
 * the same principal for the same action in the same cause, written at once, so that it outlives
 * whatever ends the twin. Whoever deletes the file has it begin anew, and so sees what is used from
 * then on.
 */
public final class UseLog implements Consumer<Decision> {

  /** The file's name in the twin's data. */
  public static final String NAME = "permissions-used.jsonl";

  private static final ObjectMapper JSON = new ObjectMapper();

  private final Path file;
  private final Supplier<String> cause;
  private final Set<Kind> seen = ConcurrentHashMap.newKeySet();

  private record Kind(Principal principal, String action, List<Grant> grants, String cause) {}

  /**
   * A use.
   *
   * @param role the ARN of the role that was used, or of a device's certificate; "" for a service
   *     of AWS
   * @param session the session's name, or the device's thing; "" for a service of AWS
   * @param service the service's name; "" for a role
   * @param sourceArn for which resource the service acted; "" for a role
   * @param account the account of the resource for which the service acted; "" for a role
   * @param action what was done
   * @param resource on what: the first of possibly many
   * @param context the condition keys that came with it
   * @param grants what allowed it
   * @param cause what reached the stack from outside and led to it, such as {@code POST /things};
   *     "" where nothing did
   */
  public record Use(
      String role,
      String session,
      String service,
      String sourceArn,
      String account,
      String action,
      String resource,
      Map<String, List<String>> context,
      List<Grant> grants,
      String cause) {

    private static final Principal.Service NOBODY = new Principal.Service("", "", "");

    static Use of(Decision decision, String cause) {
      return switch (decision.principal()) {
        case Principal.RoleSession(var role, var session) ->
            of(decision, role, session, NOBODY, cause);
        case Principal.Device(var certificate, var thing) ->
            of(decision, certificate, thing, NOBODY, cause);
        case Principal.Service service -> of(decision, "", "", service, cause);
      };
    }

    private static Use of(
        Decision decision, String role, String session, Principal.Service service, String cause) {
      var access = decision.access();
      return new Use(
          role,
          session,
          service.name(),
          service.sourceArn(),
          service.sourceAccount(),
          access.action(),
          access.resource(),
          access.context(),
          decision.grants(),
          cause);
    }

    /** Who did it. */
    public Principal principal() {
      if (role.isEmpty()) {
        return new Principal.Service(service, sourceArn, account);
      }
      return role.contains(":cert/")
          ? new Principal.Device(role, session)
          : new Principal.RoleSession(role, session);
    }

    /** What was done to what. */
    public Access access() {
      return new Access(action, resource, context);
    }
  }

  /**
   * Begins anew in this file.
   *
   * @param cause what the thread that asks works for
   */
  public UseLog(Path file, Supplier<String> cause) throws IOException {
    this.file = file;
    this.cause = cause;
    Files.deleteIfExists(file);
    Files.createFile(file);
  }

  /** The uses that a twin kept in this file. */
  public static List<Use> read(Path file) throws IOException {
    try (var lines = Files.lines(file)) {
      return lines.map(UseLog::use).toList();
    }
  }

  @Override
  public void accept(Decision decision) {
    if (!Files.exists(file)) {
      seen.clear();
    }
    var why = cause.get();
    var kind = new Kind(decision.principal(), decision.access().action(), decision.grants(), why);
    if (decision.allowed() && seen.add(kind)) {
      write(Use.of(decision, why));
    }
  }

  private synchronized void write(Use use) {
    try {
      Files.writeString(
          file,
          JSON.writeValueAsString(use) + "\n",
          StandardOpenOption.CREATE,
          StandardOpenOption.APPEND);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static Use use(String line) {
    try {
      return JSON.readValue(line, new TypeReference<Use>() {});
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
