package parley.infra.addons;

import software.constructs.Construct;

/** An add-on that is switched on, with its settings. */
public interface AddOn {

  /** Adds its resources to the stack; changes none of the services'. */
  void addTo(Construct stack, Services services);
}
