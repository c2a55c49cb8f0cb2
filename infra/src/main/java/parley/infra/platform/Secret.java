package parley.infra.platform;

import java.util.List;
import software.amazon.awscdk.RemovalPolicy;
import software.amazon.awscdk.services.secretsmanager.CfnSecret;
import software.constructs.Construct;

/**
 * Keys of an outside party, which an operator puts there once the stack is deployed.
 *
 * <p>The template says nothing of the value: the secret is made without one, and no later
 * deployment has one to put in the operator's place. A value in the template, be it empty or made
 * by chance, would be CloudFormation's to write again whenever it or the secret changes.
 */
public final class Secret extends Construct {

  private final CfnSecret secret;

  /**
   * Makes it, as yet without a value.
   *
   * @param description whose keys these are, and what the value's members are
   * @param keep whether it stays when it is taken out of the stack
   */
  public Secret(Construct scope, String id, String description, boolean keep) {
    super(scope, id);
    secret = CfnSecret.Builder.create(this, "Secret").description(description).build();
    secret.applyRemovalPolicy(keep ? RemovalPolicy.RETAIN : RemovalPolicy.DESTROY);
    Accepted.OUTSIDE_KEYS.on(secret);
    Accepted.SERVICE_KEYS.on(secret);
  }

  /** Lets a function read the value, by the ARN that it finds in an environment variable. */
  public void allowRead(Function function, String variable) {
    function.with(variable, arn()).allow(List.of("secretsmanager:GetSecretValue"), arn());
  }

  /** What an operator puts the value by. */
  public String arn() {
    return secret.getRef();
  }
}
