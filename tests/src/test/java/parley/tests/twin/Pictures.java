package parley.tests.twin;

import java.util.UUID;
import software.amazon.awssdk.core.sync.RequestBody;
import software.amazon.awssdk.services.lambda.LambdaClient;
import software.amazon.awssdk.services.lambda.model.FunctionConfiguration;
import software.amazon.awssdk.services.s3.S3Client;

/** The twin's bucket of pictures that came by MMS, as the account's administrator sees it. */
public final class Pictures {

  private static final byte[] PNG = {(byte) 0x89, 'P', 'N', 'G', '\r', '\n', 0x1A, '\n'};

  private Pictures() {}

  /** Puts one among a room's, also of a room that is not there; gives its id. */
  public static String put(String room) {
    var id = UUID.randomUUID().toString();
    try (var s3 = Profile.client(S3Client.builder())) {
      s3.putObject(
          put -> put.bucket(bucket()).key(room + "/" + id).contentType("image/png"),
          RequestBody.fromBytes(PNG));
    }
    return id;
  }

  /** How many a room has. */
  static int count(String room) {
    try (var s3 = Profile.client(S3Client.builder())) {
      return s3.listObjectsV2(list -> list.bucket(bucket()).prefix(room + "/")).contents().size();
    }
  }

  private static String bucket() {
    try (var lambda = Profile.client(LambdaClient.builder())) {
      return lambda.listFunctionsPaginator().functions().stream()
          .filter(function -> function.handler().endsWith(".ReadPictureHandler"))
          .map(Pictures::variable)
          .findFirst()
          .orElseThrow();
    }
  }

  private static String variable(FunctionConfiguration function) {
    return function.environment().variables().get("PICTURES_BUCKET");
  }
}
