package parley.infra.site;

import java.util.List;
import org.jspecify.annotations.Nullable;
import parley.infra.platform.OwnRole;
import software.amazon.awscdk.services.s3.deployment.DeploymentSourceContext;
import software.amazon.awscdk.services.s3.deployment.ISource;
import software.amazon.awscdk.services.s3.deployment.SourceConfig;
import software.constructs.Construct;

/** Files to be deployed, of whose one archive a role may read, and of no other of the account's. */
final class ReadableSource implements ISource {

  private final ISource source;
  private final OwnRole role;

  ReadableSource(ISource source, OwnRole role) {
    this.source = source;
    this.role = role;
  }

  /** The CDK's call comes without the context that it means to give. */
  @Override
  public SourceConfig bind(Construct scope) {
    return bind(scope, null);
  }

  @Override
  public SourceConfig bind(Construct scope, @Nullable DeploymentSourceContext context) {
    var ungranted =
        DeploymentSourceContext.builder().handlerRole(role.role().withoutPolicyUpdates()).build();
    var config = source.bind(scope, ungranted);
    role.allow(List.of("s3:GetObject"), config.getBucket().arnForObjects(config.getZipObjectKey()));
    return config;
  }
}
