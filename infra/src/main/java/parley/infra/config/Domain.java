package parley.infra.config;

/**
 * The site's own domain. Its DNS record is the customer's to make: an alias to the distribution.
 */
public record Domain(
    @Setting(
            about = "The host's name.",
            pattern = "([a-z0-9]([a-z0-9-]{0,61}[a-z0-9])?\\.)+[a-z]{2,63}",
            allowed = "a host's name in lower case, such as chat.example.com")
        String name,
    @Setting(
            about = "A certificate for it; CloudFront takes those of us-east-1 only.",
            pattern = "arn:aws:acm:us-east-1:[0-9]{12}:certificate/[0-9a-f-]{36}",
            allowed = "arn:aws:acm:us-east-1:ACCOUNT:certificate/ID")
        String certificateArn) {}
