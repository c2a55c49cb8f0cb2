package parley.local;

import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import parley.local.template.Assembly;
import parley.local.template.Names;
import parley.local.template.ResolvedStack;
import parley.local.template.ResourceType;
import parley.local.template.Template;

/** What the twin knows of resource types, without running any of it. */
public final class ResourceTypes {

  private ResourceTypes() {}

  /** The types of all parts. */
  public static List<ResourceType> all(Assembly assembly, Names names) {
    try (var parts =
        new Parts(
            new Settings(Path.of(""), true, 1, Duration.ZERO, 0, Optional.empty()),
            new Installation(Path.of(""), Path.of("")),
            names,
            assembly,
            line -> {})) {
      return parts.types();
    }
  }

  /** The stack of an assembly, as a twin at these ports would see it. */
  public static ResolvedStack resolve(Assembly assembly, int port) {
    var names = Twin.names(assembly, new Ports(port));
    return Template.resolve(assembly.template(), names, all(assembly, names));
  }
}
