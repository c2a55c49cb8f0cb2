package parley.local.site;

import io.undertow.Undertow;
import java.io.IOException;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import org.jspecify.annotations.Nullable;
import parley.local.OwnHost;
import parley.local.Part;
import parley.local.gateway.RestApis;
import parley.local.iam.Guard;
import parley.local.iam.Principal;
import parley.local.lambda.Roles;
import parley.local.socket.SocketApis;
import parley.local.template.Assets;
import parley.local.template.Names;
import parley.local.template.Resource;
import parley.local.template.ResourceType;
import parley.local.template.Stack;

/**
 * The stack's distribution, its buckets, and the files that are deployed into them. Started after
 * the APIs that are its origins.
 */
public final class Site implements Part {

  private final ExecutorService executor = Executors.newVirtualThreadPerTaskExecutor();
  private final Path data;
  private final Assets assets;
  private final RestApis rest;
  private final SocketApis sockets;
  private final Guard guard;
  private @Nullable Undertow server;

  /**
   * @param data the folder in which {@code buckets/NAME} are kept
   * @param assets the files to deploy
   * @param guard decides what the distribution may read
   */
  public Site(Path data, Assets assets, RestApis rest, SocketApis sockets, Guard guard) {
    this.data = data;
    this.assets = assets;
    this.rest = rest;
    this.sockets = sockets;
    this.guard = guard;
  }

  @Override
  public List<ResourceType> types() {
    return SiteTypes.all();
  }

  @Override
  public void start(Stack stack) throws IOException {
    var names = stack.names();
    var byName = new HashMap<String, Bucket>();
    var byDomain = new HashMap<String, Bucket>();
    for (var resource : stack.all(SiteTypes.BUCKET)) {
      var name = SiteTypes.bucket(names, resource.id());
      var bucket = new Bucket(data.resolve("buckets").resolve(name));
      byName.put(name, bucket);
      byDomain.put(SiteTypes.domain(names, resource.id()), bucket);
      byDomain.put(SiteTypes.regionalDomain(names, resource.id()), bucket);
    }
    deploy(stack, byName);
    var distributions = stack.all(SiteTypes.DISTRIBUTION);
    if (distributions.size() > 1) {
      throw new IllegalArgumentException(
          "the stack has %d distributions; the twin serves one".formatted(distributions.size()));
    }
    if (!distributions.isEmpty()) {
      var reader = new DistributionReader(stack, byDomain, rest, sockets);
      var distribution = distributions.getFirst();
      var reads = new BucketReads(guard, cloudFront(names, distribution));
      serve(new Edge(reader.read(distribution), reads, rest, sockets), names.site().getPort());
    }
  }

  @Override
  public void close() {
    if (server != null) {
      server.stop();
    }
    executor.shutdownNow();
  }

  private static Principal cloudFront(Names names, Resource distribution) {
    var arn =
        "arn:aws:cloudfront::%s:distribution/%s"
            .formatted(names.account(), SiteTypes.id(names, distribution.id()));
    return new Principal.Service("cloudfront.amazonaws.com", arn, names.account());
  }

  private void deploy(Stack stack, Map<String, Bucket> buckets) throws IOException {
    for (var resource : stack.all(SiteTypes.DEPLOYMENT)) {
      var name = resource.text("DestinationBucketName");
      var bucket = buckets.get(name);
      if (bucket == null) {
        throw new IllegalArgumentException(
            "%s: DestinationBucketName is %s; the stack has %s"
                .formatted(resource.id(), name, buckets.keySet()));
      }
      var role = Roles.session(stack, resource.text("ServiceToken"));
      new Deployment(resource, assets, new DeploymentRole(role, guard)).run(bucket);
    }
  }

  private void serve(Edge edge, int port) {
    server = OwnHost.serve(port, executor, edge::answer);
  }
}
