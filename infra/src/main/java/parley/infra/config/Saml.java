package parley.infra.config;

/** A SAML provider. */
public record Saml(
    @Setting(
            about = "The button's name on the sign-in page.",
            pattern = "[A-Za-z0-9_-]{3,32}",
            allowed = "3 to 32 letters, digits, \"-\" or \"_\"")
        String name,
    @Setting(
            about = "Where the provider publishes its metadata.",
            pattern = "https://[^\\s/]+(/[^\\s]*)?",
            allowed = "an address that begins with https://")
        String metadataUrl) {}
