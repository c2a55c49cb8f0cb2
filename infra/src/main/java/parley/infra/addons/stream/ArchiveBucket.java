package parley.infra.addons.stream;

import java.util.List;
import parley.infra.platform.Accepted;
import parley.infra.platform.Function;
import software.amazon.awscdk.Duration;
import software.amazon.awscdk.RemovalPolicy;
import software.amazon.awscdk.services.s3.BlockPublicAccess;
import software.amazon.awscdk.services.s3.Bucket;
import software.amazon.awscdk.services.s3.BucketEncryption;
import software.amazon.awscdk.services.s3.LifecycleRule;
import software.constructs.Construct;

/** A bucket of what the stream held. It outlives the add-on, and the stack. */
final class ArchiveBucket extends Construct {

  private final Bucket bucket;

  ArchiveBucket(Construct scope, String id, ArchiveSettings settings) {
    super(scope, id);
    bucket =
        Bucket.Builder.create(this, "Files")
            .blockPublicAccess(BlockPublicAccess.BLOCK_ALL)
            .encryption(BucketEncryption.S3_MANAGED)
            .enforceSsl(true)
            .lifecycleRules(
                List.of(LifecycleRule.builder().expiration(Duration.days(settings.days())).build()))
            .removalPolicy(RemovalPolicy.RETAIN)
            .build();
    Accepted.COPIES.on(bucket);
    Accepted.SERVICE_KEYS.on(bucket);
  }

  /** Lets a function put objects there, and nothing else. */
  void take(Function function, String variable) {
    function
        .with(variable, bucket.getBucketName())
        .allowPattern(List.of("s3:PutObject"), bucket.arnForObjects("*"));
  }
}
