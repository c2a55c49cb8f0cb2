package parley.infra.addons;

import software.constructs.Construct;

/** An add-on that is switched on, with its settings. */
public interface AddOn {

  /**
   * Adds its resources; changes none of the services'.
   *
   * @param stack one of its own within the instance's, deployed and deleted with that:
   *     CloudFormation takes 500 resources in one
   */
  void addTo(Construct stack, Services services);
}
