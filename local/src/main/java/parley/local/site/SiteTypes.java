package parley.local.site;

import java.util.List;
import java.util.Map;
import java.util.Set;
import parley.local.template.Names;
import parley.local.template.ResourceType;
import parley.local.template.ResourceType.Value;

/**
 * The resource types of CloudFront and of what is deployed behind it, and the names that they are
 * given.
 */
final class SiteTypes {

  static final String DEPLOYMENT = "Custom::CDKBucketDeployment";
  static final String DISTRIBUTION = "AWS::CloudFront::Distribution";
  static final String HEADERS = "AWS::CloudFront::ResponseHeadersPolicy";

  private static final Value ID = SiteTypes::id;

  private SiteTypes() {}

  static String id(Names names, String logicalId) {
    return "e" + names.id(logicalId, 13);
  }

  static List<ResourceType> all() {
    return List.of(
        new ResourceType(
            "AWS::CloudFront::OriginAccessControl",
            Set.of(),
            Set.of("OriginAccessControlConfig"),
            ID,
            Map.of("Id", ID)),
        headersType(),
        distributionType(),
        deploymentType());
  }

  private static ResourceType headersType() {
    var security = "ResponseHeadersPolicyConfig.SecurityHeadersConfig.";
    return new ResourceType(
        HEADERS,
        Set.of(
            "ResponseHeadersPolicyConfig.CustomHeadersConfig",
            security + "ContentSecurityPolicy",
            security + "ContentTypeOptions",
            security + "FrameOptions",
            security + "ReferrerPolicy",
            security + "XSSProtection"),
        Set.of(
            "ResponseHeadersPolicyConfig.Name",
            "ResponseHeadersPolicyConfig.Comment",
            security + "StrictTransportSecurity"),
        ID,
        Map.of("Id", ID));
  }

  private static ResourceType distributionType() {
    var config = "DistributionConfig.";
    return new ResourceType(
        DISTRIBUTION,
        Set.of(
            config + "CacheBehaviors.AllowedMethods",
            config + "CacheBehaviors.CachePolicyId",
            config + "CacheBehaviors.Compress",
            config + "CacheBehaviors.OriginRequestPolicyId",
            config + "CacheBehaviors.PathPattern",
            config + "CacheBehaviors.ResponseHeadersPolicyId",
            config + "CacheBehaviors.TargetOriginId",
            config + "DefaultCacheBehavior.AllowedMethods",
            config + "DefaultCacheBehavior.CachePolicyId",
            config + "DefaultCacheBehavior.Compress",
            config + "DefaultCacheBehavior.OriginRequestPolicyId",
            config + "DefaultCacheBehavior.ResponseHeadersPolicyId",
            config + "DefaultCacheBehavior.TargetOriginId",
            config + "CustomErrorResponses",
            config + "DefaultRootObject",
            config + "Origins.DomainName",
            config + "Origins.Id",
            config + "Origins.OriginAccessControlId",
            config + "Origins.OriginPath"),
        Set.of(
            config + "Aliases",
            config + "CacheBehaviors.ViewerProtocolPolicy",
            config + "Comment",
            config + "DefaultCacheBehavior.ViewerProtocolPolicy",
            config + "Enabled",
            config + "HttpVersion",
            config + "IPV6Enabled",
            config + "Logging",
            config + "Origins.CustomOriginConfig",
            config + "Origins.S3OriginConfig",
            config + "PriceClass",
            config + "ViewerCertificate",
            config + "WebACLId",
            "Tags"),
        ID,
        Map.of(
            "Id",
            ID,
            "DomainName",
            (names, id) -> "d%s.cloudfront.net".formatted(names.id(id, 13))));
  }

  private static ResourceType deploymentType() {
    return new ResourceType(
        DEPLOYMENT,
        Set.of(
            "DestinationBucketName",
            "DestinationBucketKeyPrefix",
            "Exclude",
            "Include",
            "Prune",
            "ServiceToken",
            "SourceBucketNames",
            "SourceMarkers",
            "SourceMarkersConfig",
            "SourceObjectKeys",
            "SystemMetadata"),
        Set.of(
            "DestinationBucketArn",
            "DistributionId",
            "DistributionPaths",
            "OutputObjectKeys",
            "RetainOnDelete",
            "WaitForDistributionInvalidation"),
        ID,
        Map.of());
  }
}
