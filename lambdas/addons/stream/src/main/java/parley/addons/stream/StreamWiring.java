package parley.addons.stream;

import parley.kernel.Aws;
import parley.kernel.Priming;
import parley.kernel.Settings;
import software.amazon.awssdk.core.sync.RequestBody;
import software.amazon.awssdk.services.s3.S3Client;

/** Builds this add-on's function from its environment: the one place that reads it. */
public final class StreamWiring {

  /** The variable that names the archive's bucket. */
  public static final String ARCHIVE_BUCKET = "ARCHIVE_BUCKET";

  private StreamWiring() {}

  static Archive archive() {
    var bucket = Settings.ofProcess().get(ARCHIVE_BUCKET);
    var s3 =
        S3Client.builder().httpClient(Aws.http()).credentialsProvider(Aws.credentials()).build();
    Priming.with(StreamWiring::rehearse, Aws::disconnect);
    return new Archive(
        (key, lines) ->
            s3.putObject(
                put ->
                    put.bucket(bucket).key(key).contentType(Archive.TYPE).contentEncoding("gzip"),
                RequestBody.fromBytes(lines)));
  }

  /** All but the call: an object cannot be put without leaving one. */
  private static void rehearse() {
    new Archive((key, lines) -> {}).archive(Archive.EXAMPLE);
  }
}
