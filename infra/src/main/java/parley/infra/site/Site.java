package parley.infra.site;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import parley.infra.config.Domain;
import parley.infra.platform.Accepted;
import parley.infra.platform.Rest;
import parley.infra.platform.Socket;
import software.amazon.awscdk.Duration;
import software.amazon.awscdk.RemovalPolicy;
import software.amazon.awscdk.services.certificatemanager.Certificate;
import software.amazon.awscdk.services.cloudfront.AllowedMethods;
import software.amazon.awscdk.services.cloudfront.BehaviorOptions;
import software.amazon.awscdk.services.cloudfront.CachePolicy;
import software.amazon.awscdk.services.cloudfront.Distribution;
import software.amazon.awscdk.services.cloudfront.ErrorResponse;
import software.amazon.awscdk.services.cloudfront.HttpVersion;
import software.amazon.awscdk.services.cloudfront.IOrigin;
import software.amazon.awscdk.services.cloudfront.OriginProtocolPolicy;
import software.amazon.awscdk.services.cloudfront.OriginRequestPolicy;
import software.amazon.awscdk.services.cloudfront.ResponseHeadersPolicy;
import software.amazon.awscdk.services.cloudfront.SecurityPolicyProtocol;
import software.amazon.awscdk.services.cloudfront.ViewerProtocolPolicy;
import software.amazon.awscdk.services.cloudfront.origins.HttpOrigin;
import software.amazon.awscdk.services.cloudfront.origins.S3BucketOrigin;
import software.amazon.awscdk.services.s3.BlockPublicAccess;
import software.amazon.awscdk.services.s3.Bucket;
import software.amazon.awscdk.services.s3.BucketEncryption;
import software.constructs.Construct;

/** One origin for the page, the REST API and the socket. */
public final class Site extends Construct {

  private final Bucket bucket;
  private final String origin;

  /** The distribution, as yet without files. */
  public Site(Construct scope, String id, SiteProps props) {
    super(scope, id);
    bucket =
        Bucket.Builder.create(this, "Files")
            .blockPublicAccess(BlockPublicAccess.BLOCK_ALL)
            .encryption(BucketEncryption.S3_MANAGED)
            .enforceSsl(true)
            // Built from the sources, and so never the only copy.
            .removalPolicy(RemovalPolicy.DESTROY)
            .build();
    Accepted.COPIES.on(bucket);
    Accepted.SERVICE_KEYS.on(bucket);
    var headers = SecurityHeaders.policy(this, props.talkedTo());
    var behaviors = new LinkedHashMap<String, BehaviorOptions>();
    behaviors.put(Rest.pattern(), forward(props.rest().host(), headers));
    behaviors.put(Socket.path(), forward(props.socket().host(), headers));
    var distribution =
        Distribution.Builder.create(this, "Distribution")
            .defaultRootObject("index.html")
            .defaultBehavior(files(headers))
            .additionalBehaviors(behaviors)
            .httpVersion(HttpVersion.HTTP2_AND_3)
            .errorResponses(uncached())
            .minimumProtocolVersion(SecurityPolicyProtocol.TLS_V1_2_2021);
    props.domain().ifPresent(domain -> named(distribution, domain));
    var built = distribution.build();
    accept(built, props);
    var host = built.getDistributionDomainName();
    origin = "https://" + props.domain().map(Domain::name).orElse(host);
  }

  private static void accept(Distribution distribution, SiteProps props) {
    Accepted.EDGE_FILTERS.on(distribution);
    Accepted.REQUEST_LOGS.on(distribution);
    if (props.domain().isEmpty()) {
      Accepted.CLOUDFRONT_HOST.on(distribution);
    }
  }

  /** The origin that people open, such as {@code https://chat.example.com}. */
  public String origin() {
    return origin;
  }

  /** Where the page's files go. */
  Bucket bucket() {
    return bucket;
  }

  private BehaviorOptions files(ResponseHeadersPolicy headers) {
    return BehaviorOptions.builder()
        .origin(S3BucketOrigin.withOriginAccessControl(bucket))
        .viewerProtocolPolicy(ViewerProtocolPolicy.REDIRECT_TO_HTTPS)
        .cachePolicy(CachePolicy.CACHING_OPTIMIZED)
        .responseHeadersPolicy(headers)
        .build();
  }

  private static BehaviorOptions forward(String host, ResponseHeadersPolicy headers) {
    IOrigin api =
        HttpOrigin.Builder.create(host).protocolPolicy(OriginProtocolPolicy.HTTPS_ONLY).build();
    return BehaviorOptions.builder()
        .origin(api)
        .allowedMethods(AllowedMethods.ALLOW_ALL)
        .viewerProtocolPolicy(ViewerProtocolPolicy.HTTPS_ONLY)
        .cachePolicy(CachePolicy.CACHING_DISABLED)
        .originRequestPolicy(OriginRequestPolicy.ALL_VIEWER_EXCEPT_HOST_HEADER)
        .responseHeadersPolicy(headers)
        .build();
  }

  /**
   * By default CloudFront keeps an error for 10 s and gives it to everybody who asks for the same,
   * even where caching is disabled: the API's answers are one person's each. These are the statuses
   * that it keeps whatever the origin's headers say.
   */
  private static List<ErrorResponse> uncached() {
    return Stream.of(404, 414, 500, 501, 502, 503, 504)
        .map(status -> ErrorResponse.builder().httpStatus(status).ttl(Duration.seconds(0)).build())
        .toList();
  }

  private void named(Distribution.Builder distribution, Domain domain) {
    distribution
        .domainNames(List.of(domain.name()))
        .certificate(Certificate.fromCertificateArn(this, "Certificate", domain.certificateArn()));
  }

  /**
   * What the site is made of.
   *
   * @param domain its own domain, if it has one
   * @param talkedTo the origins beside its own that the page sends requests to
   */
  public record SiteProps(
      Optional<Domain> domain, Rest rest, Socket socket, List<String> talkedTo) {}
}
