package parley.infra.addons.slack;

import parley.infra.addons.AddOn;
import parley.infra.addons.Services;
import parley.infra.config.Setting;
import software.constructs.Construct;

/**
 * Links rooms and channels of Slack. Its keys stand in Secrets Manager, never in a file or
 * template.
 */
public record SlackSettings(
    @Setting(
            about = "The app's name in Slack.",
            otherwise = "Parley",
            pattern = "[A-Za-z0-9][A-Za-z0-9 ._-]{0,34}",
            allowed = "1 to 35 letters, digits, spaces or any of ._-")
        String name,
    @Setting(
            about = "The app's command in Slack; two apps of one workspace need two.",
            otherwise = "/parley",
            pattern = "/[a-z0-9][a-z0-9_-]{0,30}",
            allowed = "\"/\" and 1 to 31 small letters, digits, \"-\" or \"_\"")
        String command,
    @Setting(
            about = "True carries over that messages are changed and deleted, both ways.",
            otherwise = "true")
        boolean changes)
    implements AddOn {

  @Override
  public void addTo(Construct stack, Services services) {
    new Slack(stack, "Slack", this, services);
  }
}
