package parley.infra.site;

import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import software.amazon.awscdk.Duration;
import software.amazon.awscdk.RemovalPolicy;
import software.amazon.awscdk.services.iam.PolicyStatement;
import software.amazon.awscdk.services.iam.Role;
import software.amazon.awscdk.services.iam.ServicePrincipal;
import software.amazon.awscdk.services.logs.CfnLogGroup;
import software.amazon.awscdk.services.logs.ILogGroup;
import software.amazon.awscdk.services.logs.LogGroup;
import software.amazon.awscdk.services.s3.assets.Asset;
import software.amazon.awscdk.services.s3.deployment.BucketDeployment;
import software.amazon.awscdk.services.s3.deployment.CacheControl;
import software.amazon.awscdk.services.s3.deployment.ISource;
import software.amazon.awscdk.services.s3.deployment.Source;
import software.constructs.Construct;

/**
 * The page's files in the site's bucket. Files under {@code assets/} have their content's hash in
 * their names and are kept for ever; the rest is asked for anew each time, and so needs no
 * invalidation.
 */
public final class Pages extends Construct {

  private static final String ASSETS = "assets/*";

  private final Site site;
  private final Role role;
  private final ILogGroup log;

  /**
   * Puts them there.
   *
   * @param files the folder with the built client
   * @param config what the client reads as {@code config.json}
   */
  public Pages(Construct scope, String id, Site site, Path files, Map<String, String> config) {
    super(scope, id);
    this.site = site;
    var group = new CfnLogGroup(this, "Log");
    group.setRetentionInDays(7);
    group.applyRemovalPolicy(RemovalPolicy.DESTROY);
    log = LogGroup.fromLogGroupName(this, "Written", group.getRef());
    role =
        Role.Builder.create(this, "Role")
            .assumedBy(new ServicePrincipal("lambda.amazonaws.com"))
            .build();
    var built = Asset.Builder.create(this, "Client").path(files.toString()).build();
    allow(List.of("logs:CreateLogStream", "logs:PutLogEvents"), group.getAttrArn());
    allow(List.of("s3:GetObject"), built.getBucket().arnForObjects("*"));
    // To compare before it copies, and to see whose files they are before it deletes them.
    allow(List.of("s3:GetBucketTagging", "s3:ListBucket"), site.bucket().getBucketArn());
    allow(List.of("s3:DeleteObject", "s3:PutObject"), site.bucket().arnForObjects("*"));

    var client = Source.bucket(built.getBucket(), built.getS3ObjectKey());
    var assets =
        deployment("Assets", List.of(client))
            .exclude(List.of("*"))
            .include(List.of(ASSETS))
            .cacheControl(
                List.of(
                    CacheControl.setPublic(),
                    CacheControl.maxAge(Duration.days(365)),
                    CacheControl.immutable()))
            // An open page may still ask for what it was built with.
            .prune(false)
            .build();
    deployment("Pages", List.of(client, Source.jsonData("config.json", config)))
        .exclude(List.of(ASSETS))
        .cacheControl(List.of(CacheControl.noCache()))
        .prune(true)
        .build()
        .getNode()
        .addDependency(assets);
  }

  /**
   * What the deployments' function needs: CDK would grant it much more, with wildcards in actions.
   * CloudFormation itself cannot put files into a bucket.
   */
  private void allow(List<String> actions, String resource) {
    role.addToPrincipalPolicy(
        PolicyStatement.Builder.create().actions(actions).resources(List.of(resource)).build());
  }

  private BucketDeployment.Builder deployment(String id, List<ISource> sources) {
    return BucketDeployment.Builder.create(this, id)
        .sources(sources)
        .destinationBucket(site.bucket())
        .role(role.withoutPolicyUpdates())
        .logGroup(log)
        .memoryLimit(512)
        // So that an empty bucket can go with its stack.
        .retainOnDelete(false);
  }
}
