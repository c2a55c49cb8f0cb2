package parley.infra.addons.stream;

import java.util.Optional;
import parley.infra.addons.AddOn;
import parley.infra.addons.Services;
import parley.infra.config.Setting;
import software.constructs.Construct;

/** Takes events of clients into a Kinesis stream. */
public record StreamSettings(
    @Setting(
            about =
                "How many shards: each takes 1,000 events or 1 MB a second, and has its price. AWS"
                    + " doubles or halves them once a deployment, and refuses a wider step.",
            otherwise = "1",
            oneOf = {1, 2, 4, 8, 16, 32})
        int shards,
    @Setting(
            about = "How many hours the stream keeps an event for who reads it.",
            otherwise = "24",
            oneOf = {24, 48, 72, 168})
        int retentionHours,
    @Setting(
            about = "True sends the rooms' entries there too, with what people write.",
            otherwise = "false")
        boolean entries,
    @Setting(about = "Writes what the stream holds into a bucket.")
        Optional<ArchiveSettings> archive)
    implements AddOn {

  @Override
  public void addTo(Construct stack, Services services) {
    new Stream(stack, "Stream", this, services);
  }
}
