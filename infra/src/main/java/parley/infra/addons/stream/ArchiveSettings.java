package parley.infra.addons.stream;

import parley.infra.config.Setting;

/** Writes what the stream holds into a bucket. */
public record ArchiveSettings(
    @Setting(
            about = "How many days the bucket keeps it.",
            otherwise = "90",
            oneOf = {7, 30, 90, 365, 1095, 3650})
        int days) {}
