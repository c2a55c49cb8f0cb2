package parley.infra.platform;

import java.util.List;
import java.util.Optional;
import software.amazon.awscdk.Duration;
import software.amazon.awscdk.RemovalPolicy;
import software.amazon.awscdk.services.s3.BlockPublicAccess;
import software.amazon.awscdk.services.s3.Bucket;
import software.amazon.awscdk.services.s3.BucketEncryption;
import software.amazon.awscdk.services.s3.LifecycleRule;
import software.constructs.Construct;

/** A bucket for an add-on's functions alone: nothing in it is public, and TLS is a must. */
public final class PrivateBucket extends Construct {

  private final Bucket bucket;

  /**
   * An empty one.
   *
   * @param lasts how long an object stays; empty for always
   * @param keep whether it stays when it is taken out of the stack
   */
  public PrivateBucket(Construct scope, String id, Optional<Duration> lasts, boolean keep) {
    super(scope, id);
    var made =
        Bucket.Builder.create(this, "Files")
            .blockPublicAccess(BlockPublicAccess.BLOCK_ALL)
            .encryption(BucketEncryption.S3_MANAGED)
            .enforceSsl(true)
            .removalPolicy(keep ? RemovalPolicy.RETAIN : RemovalPolicy.DESTROY);
    lasts.ifPresent(
        time -> made.lifecycleRules(List.of(LifecycleRule.builder().expiration(time).build())));
    bucket = made.build();
    Accepted.COPIES.on(bucket);
    Accepted.SERVICE_KEYS.on(bucket);
  }

  /** Lets a function do these with the objects, and nothing else; a variable names the bucket. */
  public void allow(Function function, String variable, String... actions) {
    function
        .with(variable, bucket.getBucketName())
        .allowPattern(List.of(actions), bucket.arnForObjects("*"));
  }
}
