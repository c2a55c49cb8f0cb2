package parley.local;

import java.util.List;
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
    try (var parts = Parts.unstarted(names, assembly)) {
      return parts.types();
    }
  }

  /** The stack of an assembly, as a twin at these ports would see it. */
  public static ResolvedStack resolve(Assembly assembly, int port) {
    var names = Twin.names(assembly, new Ports(port, false));
    return Template.resolve(assembly.template(), names, all(assembly, names));
  }
}
