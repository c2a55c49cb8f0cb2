package parley.infra.config;

/** The functions' logs. */
public record Logs(
    @Setting(
            about = "How many days they are kept; the numbers that CloudWatch Logs knows.",
            otherwise = "30",
            oneOf = {1, 3, 5, 7, 14, 30, 60, 90, 120, 150, 180, 365, 400, 545, 731, 1096, 1827})
        int retentionDays) {}
