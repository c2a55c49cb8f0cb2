package parley.infra.site;

import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import parley.infra.platform.Accepted;
import parley.infra.platform.OwnRole;
import software.amazon.awscdk.Duration;
import software.amazon.awscdk.RemovalPolicy;
import software.amazon.awscdk.Stack;
import software.amazon.awscdk.services.logs.CfnLogGroup;
import software.amazon.awscdk.services.logs.ILogGroup;
import software.amazon.awscdk.services.logs.LogGroup;
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
  private final OwnRole role;
  private final ILogGroup log;

  /**
   * Puts them there.
   *
   * @param files the folder with the built client
   * @param config what the client reads as {@code config.json}
   */
  public Pages(Construct scope, String id, Site site, Path files, Map<String, Object> config) {
    super(scope, id);
    this.site = site;
    var group = new CfnLogGroup(this, "Log");
    group.setRetentionInDays(7);
    group.applyRemovalPolicy(RemovalPolicy.DESTROY);
    Accepted.SERVICE_KEYS.on(group);
    log = LogGroup.fromLogGroupName(this, "Written", group.getRef());
    role =
        new OwnRole(this, "Role", "lambda")
            .allow(List.of("logs:CreateLogStream", "logs:PutLogEvents"), group.getAttrArn())
            .allow(List.of("s3:GetBucketTagging", "s3:ListBucket"), site.bucket().getBucketArn());
    role.allowPattern(List.of("s3:DeleteObject", "s3:PutObject"), site.bucket().arnForObjects("*"));

    var client = readable(Source.asset(files.toString()));
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
    var pages =
        deployment("Pages", List.of(client, readable(Source.jsonData("config.json", config))))
            .exclude(List.of(ASSETS))
            .cacheControl(List.of(CacheControl.noCache()))
            .prune(true)
            .build();
    pages.getNode().addDependency(assets);
    handler().forEach(Accepted::ofFunction);
    handler().forEach(Accepted.CDK_HANDLER::on);
  }

  /** The source, whose one archive the role may then read, and no other of the account's. */
  private ISource readable(ISource source) {
    return new ReadableSource(source, role);
  }

  /** The CDK makes one function for the whole stack, and names it after this. */
  private List<Construct> handler() {
    return Stack.of(this).getNode().getChildren().stream()
        .filter(child -> child.getNode().getId().startsWith("Custom::CDKBucketDeployment"))
        .map(Construct.class::cast)
        .toList();
  }

  private BucketDeployment.Builder deployment(String id, List<ISource> sources) {
    return BucketDeployment.Builder.create(this, id)
        .sources(sources)
        .destinationBucket(site.bucket())
        // The CDK would let it do all that a bucket knows, to all of the account's assets.
        .role(role.role().withoutPolicyUpdates())
        .logGroup(log)
        .memoryLimit(512)
        // So that an empty bucket can go with its stack.
        .retainOnDelete(false);
  }
}
