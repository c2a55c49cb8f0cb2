package parley.infra.instances;

import java.util.Optional;
import parley.infra.addons.AddOns;
import parley.infra.config.Alarms;
import parley.infra.config.Data;
import parley.infra.config.Domain;
import parley.infra.config.Logs;
import parley.infra.config.Setting;
import parley.infra.config.SignIn;

/** Everything that may be set for one customer. */
public record Settings(
    @Setting(
            about = "The name that people see on the page.",
            pattern = ".{1,60}",
            allowed = "1 to 60 characters")
        String title,
    @Setting(about = "How people sign in.") SignIn signIn,
    @Setting(about = "The site's own domain; without it, CloudFront's.") Optional<Domain> domain,
    @Setting(about = "What happens to the customer's data.") Data data,
    @Setting(about = "The functions' logs.") Logs logs,
    @Setting(about = "Who hears of alarms; without it, nobody does.") Optional<Alarms> alarms,
    @Setting(about = "What is switched on beyond the chat itself.") AddOns addOns) {}
