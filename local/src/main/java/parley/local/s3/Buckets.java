package parley.local.s3;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentSkipListMap;
import parley.local.Part;
import parley.local.template.Names;
import parley.local.template.ResourceType;
import parley.local.template.Stack;

/** The stack's buckets. To be started before what is deployed into them. */
public final class Buckets implements Part {

  private static final ResourceType BUCKET =
      new ResourceType(
          "AWS::S3::Bucket",
          Set.of(),
          Set.of(
              "BucketEncryption",
              "PublicAccessBlockConfiguration",
              "OwnershipControls",
              "Tags",
              "LifecycleConfiguration",
              "VersioningConfiguration"),
          Buckets::name,
          Map.of(
              "Arn", (names, id) -> "arn:aws:s3:::" + name(names, id),
              "DomainName", (names, id) -> domain(name(names, id)),
              "RegionalDomainName",
                  (names, id) -> regionalDomain(name(names, id), names.region())));

  private final Path folder;
  private final Map<String, Bucket> buckets = new ConcurrentSkipListMap<>();

  /** Buckets whose objects are in this folder. */
  public Buckets(Path folder) {
    this.folder = folder;
  }

  @Override
  public List<ResourceType> types() {
    return List.of(BUCKET);
  }

  @Override
  public void start(Stack stack) throws IOException {
    for (var resource : stack.all(BUCKET.name())) {
      var name = name(stack.names(), resource.id());
      buckets.put(name, new Bucket(folder.resolve(name)));
    }
  }

  /** The bucket of this name. */
  public Optional<Bucket> find(String name) {
    return Optional.ofNullable(buckets.get(name));
  }

  /** The bucket at one of its domain names. */
  public Optional<Bucket> at(String domain, String region) {
    return buckets.values().stream()
        .filter(
            bucket ->
                domain.equals(domain(bucket.name()))
                    || domain.equals(regionalDomain(bucket.name(), region)))
        .findFirst();
  }

  /** All buckets, by their names. */
  public List<Bucket> all() {
    return List.copyOf(buckets.values());
  }

  @Override
  public void close() {}

  private static String name(Names names, String logicalId) {
    return "%s-%s".formatted(names.stack(), names.id(logicalId, 12)).toLowerCase(Locale.ROOT);
  }

  private static String regionalDomain(String bucket, String region) {
    return "%s.s3.%s.amazonaws.com".formatted(bucket, region);
  }

  private static String domain(String bucket) {
    return "%s.s3.amazonaws.com".formatted(bucket);
  }
}
