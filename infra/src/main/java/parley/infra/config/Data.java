package parley.infra.config;

/** What happens to the customer's data. */
public record Data(
    @Setting(
            about =
                "True protects tables and accounts from deletion, keeps them when the stack goes,"
                    + " and backs them up continuously.",
            otherwise = "true")
        boolean keep) {}
