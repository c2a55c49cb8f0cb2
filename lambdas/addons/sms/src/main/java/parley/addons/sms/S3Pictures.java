package parley.addons.sms;

import java.util.Optional;
import software.amazon.awssdk.core.sync.RequestBody;
import software.amazon.awssdk.services.s3.S3Client;
import software.amazon.awssdk.services.s3.model.S3Exception;

/** Pictures in a bucket: {@code ROOM/ID}, with their types. */
record S3Pictures(S3Client s3, String bucket) implements Pictures {

  private static final int NOT_THERE = 404;

  /** What S3 says of what is not there to whoever may not list the bucket. */
  private static final int DENIED = 403;

  @Override
  public void put(String room, String id, Picture picture) {
    s3.putObject(
        put -> put.bucket(bucket).key(key(room, id)).contentType(picture.type()),
        RequestBody.fromBytes(picture.bytes()));
  }

  @Override
  public Optional<Picture> find(String room, String id) {
    try {
      var found = s3.getObjectAsBytes(get -> get.bucket(bucket).key(key(room, id)));
      return Optional.of(new Picture(found.response().contentType(), found.asByteArrayUnsafe()));
    } catch (S3Exception e) {
      if (e.statusCode() == NOT_THERE || e.statusCode() == DENIED) {
        return Optional.empty();
      }
      throw e;
    }
  }

  @Override
  public void remove(String room, String id) {
    s3.deleteObject(delete -> delete.bucket(bucket).key(key(room, id)));
  }

  private static String key(String room, String id) {
    return room + "/" + id;
  }
}
