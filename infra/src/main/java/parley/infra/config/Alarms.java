package parley.infra.config;

/** Who hears of alarms. */
public record Alarms(
    @Setting(
            about = "The address that is written to; it must confirm once.",
            pattern = "[^@\\s]+@[^@\\s]+\\.[^@\\s]+",
            allowed = "an e-mail address")
        String email) {}
