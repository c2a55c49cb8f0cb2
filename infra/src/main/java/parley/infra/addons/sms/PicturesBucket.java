package parley.infra.addons.sms;

import java.util.List;
import parley.addons.sms.SmsWiring;
import parley.infra.platform.Accepted;
import parley.infra.platform.Function;
import software.amazon.awscdk.RemovalPolicy;
import software.amazon.awscdk.services.s3.BlockPublicAccess;
import software.amazon.awscdk.services.s3.Bucket;
import software.amazon.awscdk.services.s3.BucketEncryption;
import software.constructs.Construct;

/** A bucket of the pictures that came by MMS. Nothing in it expires, as messages do not. */
final class PicturesBucket extends Construct {

  private final Bucket bucket;

  PicturesBucket(Construct scope, String id, boolean keep) {
    super(scope, id);
    bucket =
        Bucket.Builder.create(this, "Files")
            .blockPublicAccess(BlockPublicAccess.BLOCK_ALL)
            .encryption(BucketEncryption.S3_MANAGED)
            .enforceSsl(true)
            .removalPolicy(keep ? RemovalPolicy.RETAIN : RemovalPolicy.DESTROY)
            .build();
    Accepted.COPIES.on(bucket);
    Accepted.SERVICE_KEYS.on(bucket);
  }

  /** Lets a function put pictures there, and nothing else. */
  void allowPut(Function function) {
    allow(function, "s3:PutObject");
  }

  /** Lets a function read pictures whose ids it knows, and nothing else. */
  void allowGet(Function function) {
    allow(function, "s3:GetObject");
  }

  private void allow(Function function, String action) {
    function
        .with(SmsWiring.PICTURES_BUCKET, bucket.getBucketName())
        .allowPattern(List.of(action), bucket.arnForObjects("*"));
  }
}
