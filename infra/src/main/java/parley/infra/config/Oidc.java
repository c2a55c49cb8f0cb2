package parley.infra.config;

/**
 * An OpenID Connect provider. Its secret stands in Secrets Manager, never in a file or template.
 */
public record Oidc(
    @Setting(
            about = "The button's name on the sign-in page.",
            pattern = "[A-Za-z0-9_-]{3,32}",
            allowed = "3 to 32 letters, digits, \"-\" or \"_\"")
        String name,
    @Setting(
            about = "The provider's issuer.",
            pattern = "https://[^\\s/]+(/[^\\s]*)?",
            allowed = "an address that begins with https://")
        String issuer,
    @Setting(about = "The client's id at the provider.", pattern = "\\S+", allowed = "no spaces")
        String clientId,
    @Setting(
            about = "The name in Secrets Manager of the secret that holds the client's secret.",
            pattern = "[A-Za-z0-9/_+=.@-]{1,512}",
            allowed = "1 to 512 letters, digits or any of /_+=.@-")
        String clientSecretName) {}
