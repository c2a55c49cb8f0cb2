package parley.infra.site;

import java.util.List;
import software.amazon.awscdk.Duration;
import software.amazon.awscdk.services.cloudfront.HeadersFrameOption;
import software.amazon.awscdk.services.cloudfront.HeadersReferrerPolicy;
import software.amazon.awscdk.services.cloudfront.ResponseCustomHeader;
import software.amazon.awscdk.services.cloudfront.ResponseCustomHeadersBehavior;
import software.amazon.awscdk.services.cloudfront.ResponseHeadersContentSecurityPolicy;
import software.amazon.awscdk.services.cloudfront.ResponseHeadersContentTypeOptions;
import software.amazon.awscdk.services.cloudfront.ResponseHeadersFrameOptions;
import software.amazon.awscdk.services.cloudfront.ResponseHeadersPolicy;
import software.amazon.awscdk.services.cloudfront.ResponseHeadersReferrerPolicy;
import software.amazon.awscdk.services.cloudfront.ResponseHeadersStrictTransportSecurity;
import software.amazon.awscdk.services.cloudfront.ResponseSecurityHeadersBehavior;
import software.constructs.Construct;

/** The headers that narrow what a browser lets the page do. */
final class SecurityHeaders {

  private SecurityHeaders() {}

  /**
   * The policy of every response.
   *
   * @param talkedTo the origins beside the site's own that the page sends requests to
   */
  static ResponseHeadersPolicy policy(Construct scope, List<String> talkedTo) {
    return ResponseHeadersPolicy.Builder.create(scope, "Headers")
        .securityHeadersBehavior(
            ResponseSecurityHeadersBehavior.builder()
                .contentSecurityPolicy(
                    ResponseHeadersContentSecurityPolicy.builder()
                        .contentSecurityPolicy(content(talkedTo))
                        .override(true)
                        .build())
                .contentTypeOptions(
                    ResponseHeadersContentTypeOptions.builder().override(true).build())
                .frameOptions(
                    ResponseHeadersFrameOptions.builder()
                        .frameOption(HeadersFrameOption.DENY)
                        .override(true)
                        .build())
                .referrerPolicy(
                    ResponseHeadersReferrerPolicy.builder()
                        .referrerPolicy(HeadersReferrerPolicy.NO_REFERRER)
                        .override(true)
                        .build())
                .strictTransportSecurity(
                    ResponseHeadersStrictTransportSecurity.builder()
                        .accessControlMaxAge(Duration.days(730))
                        .includeSubdomains(true)
                        .override(true)
                        .build())
                .build())
        .customHeadersBehavior(
            ResponseCustomHeadersBehavior.builder()
                .customHeaders(
                    List.of(
                        header("Cross-Origin-Opener-Policy", "same-origin"),
                        header("Cross-Origin-Resource-Policy", "same-origin"),
                        header(
                            "Permissions-Policy",
                            "camera=(), geolocation=(), microphone=(), payment=(), usb=()")))
                .build())
        .build();
  }

  /** Nothing from elsewhere, nothing inline; {@code 'self'} covers the socket of the same host. */
  private static String content(List<String> talkedTo) {
    return String.join(
        "; ",
        "default-src 'none'",
        "script-src 'self'",
        "style-src 'self'",
        "img-src 'self' data: blob:",
        "font-src 'self'",
        "connect-src 'self' " + String.join(" ", talkedTo),
        "manifest-src 'self'",
        "form-action 'self'",
        "frame-ancestors 'none'",
        "base-uri 'none'",
        "require-trusted-types-for 'script'");
  }

  private static ResponseCustomHeader header(String name, String value) {
    return ResponseCustomHeader.builder().header(name).value(value).override(true).build();
  }
}
