package parley.local.site;

import parley.local.s3.Bucket;

/** Where a behaviour's answers come from. */
sealed interface Origin {

  /** Files. */
  record Files(Bucket bucket, String path) implements Origin {}

  /** A REST API. */
  record Rest(String apiId, String path) implements Origin {}

  /** A WebSocket API. */
  record Socket(String apiId, String path) implements Origin {}
}
