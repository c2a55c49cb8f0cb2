package parley.infra.addons;

import software.amazon.awscdk.NestedStack;
import software.constructs.Construct;

/** An add-on that is switched on, with its settings. */
public interface AddOn {

  /** Adds its resources to the stack; changes none of the services'. */
  void addTo(Construct stack, Services services);

  /**
   * A stack within the instance's, for an add-on with many resources: CloudFormation takes 500 of
   * them in one. It is deployed and deleted with the instance's.
   */
  static Construct inStackOfItsOwn(Construct stack, String name) {
    return new NestedStack(stack, name + "Stack");
  }
}
