package parley.infra;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import parley.infra.review.Plain;

class SiteTest {

  private static final Synthesized STACK = Synthesized.DEMO;

  @Test
  void thePageMayLoadNothingFromElsewhereAndTalkToTheSignInAlone() {
    var headers =
        STACK
            .only("AWS::CloudFront::ResponseHeadersPolicy")
            .at("/ResponseHeadersPolicyConfig/SecurityHeadersConfig");
    assertThat(Plain.text(headers.at("/ContentSecurityPolicy/ContentSecurityPolicy")).split("; "))
        .containsExactly(
            "default-src 'none'",
            "script-src 'self'",
            "style-src 'self'",
            "img-src 'self' data: blob:",
            "font-src 'self'",
            "connect-src 'self' https://cognito-idp.${AWS::Region}.${AWS::URLSuffix} https://${SignInPoolDomain}.auth.${AWS::Region}.amazoncognito.com",
            "manifest-src 'self'",
            "form-action 'self'",
            "frame-ancestors 'none'",
            "base-uri 'none'",
            "require-trusted-types-for 'script'");
    assertThat(headers.at("/StrictTransportSecurity/AccessControlMaxAgeSec").asInt())
        .isGreaterThan(31_536_000);
  }

  @Test
  void theBucketIsReachedThroughTheDistributionAlone() {
    var bucket = STACK.only("AWS::S3::Bucket");
    bucket
        .path("PublicAccessBlockConfiguration")
        .forEach(block -> assertThat(block.asBoolean()).isTrue());
    assertThat(bucket.path("PublicAccessBlockConfiguration")).hasSize(4);
    var allowed =
        STACK
            .only("AWS::S3::BucketPolicy")
            .at("/PolicyDocument/Statement")
            .valueStream()
            .filter(statement -> statement.path("Effect").asText().equals("Allow"))
            .toList();
    assertThat(allowed).hasSize(1);
    assertThat(allowed.getFirst().at("/Principal/Service").asText())
        .isEqualTo("cloudfront.amazonaws.com");
    assertThat(Plain.text(allowed.getFirst().at("/Condition/StringEquals/AWS:SourceArn")))
        .endsWith("distribution/${SiteDistribution}");
  }

  @Test
  void oneOriginServesThePageTheApiAndTheSocket() {
    var config = STACK.only("AWS::CloudFront::Distribution").path("DistributionConfig");
    assertThat(config.path("DefaultRootObject").asText()).isEqualTo("index.html");
    assertThat(config.at("/DefaultCacheBehavior/ViewerProtocolPolicy").asText())
        .isEqualTo("redirect-to-https");
    assertThat(config.path("CacheBehaviors").findValuesAsText("PathPattern"))
        .containsExactly("/api/*", "/ws");
    // AWS's managed policies: CachingDisabled, AllViewerExceptHostHeader.
    assertThat(config.path("CacheBehaviors").findValuesAsText("CachePolicyId"))
        .containsOnly("4135ea2d-6df8-44a3-9df3-4b5a84be39ad");
    assertThat(config.path("CacheBehaviors").findValuesAsText("OriginRequestPolicyId"))
        .containsOnly("b689b0a8-53d0-40ab-baf2-68738e2966ac");
  }

  @Test
  void aDomainOfItsOwnNamesTheSiteEverywhere() {
    var full = Synthesized.FULL;
    var config = full.only("AWS::CloudFront::Distribution").path("DistributionConfig");
    assertThat(Plain.text(config.path("Aliases"))).isEqualTo("chat.example.com");
    assertThat(config.at("/ViewerCertificate/MinimumProtocolVersion").asText())
        .isEqualTo("TLSv1.2_2021");
    assertThat(Plain.text(full.only("AWS::Cognito::UserPoolClient").path("CallbackURLs")))
        .isEqualTo("https://chat.example.com/");
    var origins =
        full.all("AWS::Lambda::Function").values().stream()
            .map(function -> function.at("/Environment/Variables/SITE_ORIGIN"))
            .filter(origin -> !origin.isMissingNode())
            .map(Plain::text);
    assertThat(origins).containsExactly("https://chat.example.com");
  }

  @Test
  void whatIsNamedByItsContentIsCachedForEverAndTheRestNever() {
    var deployments = STACK.all("Custom::CDKBucketDeployment").values().stream().toList();
    assertThat(deployments.stream().map(d -> d.at("/SystemMetadata/cache-control").asText()))
        .containsExactlyInAnyOrder("public, max-age=31536000, immutable", "no-cache");
  }

  @Test
  void nobodyIsGivenAnErrorThatSomebodyElseMet() {
    var responses =
        STACK
            .only("AWS::CloudFront::Distribution")
            .at("/DistributionConfig/CustomErrorResponses")
            .valueStream()
            .toList();
    assertThat(responses.stream().map(r -> r.path("ErrorCode").asInt()))
        .containsExactly(404, 414, 500, 501, 502, 503, 504);
    assertThat(responses)
        .allSatisfy(r -> assertThat(r.path("ErrorCachingMinTTL").asInt(-1)).isZero())
        .noneMatch(r -> r.has("ResponsePagePath"));
  }
}
