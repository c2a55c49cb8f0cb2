package parley.local.site;

import io.undertow.Undertow;
import java.io.IOException;
import java.util.List;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import org.jspecify.annotations.Nullable;
import parley.local.OwnHost;
import parley.local.Part;
import parley.local.gateway.RestApis;
import parley.local.iam.Guard;
import parley.local.iam.Principal;
import parley.local.lambda.Roles;
import parley.local.s3.Buckets;
import parley.local.socket.SocketApis;
import parley.local.template.Assets;
import parley.local.template.Names;
import parley.local.template.Resource;
import parley.local.template.ResourceType;
import parley.local.template.Stack;

/**
 * The stack's distribution, and the files that are deployed into its buckets. Started after the
 * buckets and the APIs that are its origins.
 */
public final class Site implements Part {

  private final ExecutorService executor = Executors.newVirtualThreadPerTaskExecutor();
  private final Buckets buckets;
  private final Assets assets;
  private final RestApis rest;
  private final SocketApis sockets;
  private final Guard guard;
  private @Nullable Undertow server;

  /**
   * @param buckets what is deployed into, and served
   * @param assets the files to deploy
   * @param guard decides what the distribution may read
   */
  public Site(Buckets buckets, Assets assets, RestApis rest, SocketApis sockets, Guard guard) {
    this.buckets = buckets;
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
    deploy(stack);
    var distributions = stack.all(SiteTypes.DISTRIBUTION);
    if (distributions.size() > 1) {
      throw new IllegalArgumentException(
          "the stack has %d distributions; the twin serves one".formatted(distributions.size()));
    }
    if (!distributions.isEmpty()) {
      var reader = new DistributionReader(stack, buckets, rest, sockets);
      var names = stack.names();
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

  private void deploy(Stack stack) throws IOException {
    for (var resource : stack.all(SiteTypes.DEPLOYMENT)) {
      var name = resource.text("DestinationBucketName");
      var bucket =
          buckets
              .find(name)
              .orElseThrow(
                  () ->
                      new IllegalArgumentException(
                          "%s: DestinationBucketName is %s, which the stack has not"
                              .formatted(resource.id(), name)));
      var role = Roles.session(stack, resource.text("ServiceToken"));
      new Deployment(resource, assets, new DeploymentRole(role, guard)).run(bucket);
    }
  }

  private void serve(Edge edge, int port) {
    server = OwnHost.serve(port, executor, edge::answer);
  }
}
