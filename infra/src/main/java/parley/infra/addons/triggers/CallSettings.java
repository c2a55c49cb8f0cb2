package parley.infra.addons.triggers;

import java.util.List;
import parley.infra.config.Setting;

/** Calls of AWS' API in the account, of which a room is told. */
public record CallSettings(
    @Setting(
            about = "The service that was called, as CloudTrail names it.",
            pattern = "[a-z0-9-]{2,40}\\.amazonaws\\.com",
            allowed = "a service such as iam.amazonaws.com")
        String service,
    @Setting(
            otherwise = "none",
            about = "Which of its calls; without it, all that change something.",
            pattern = "[A-Z][A-Za-z0-9]{1,79}",
            allowed = "the name of a call, such as CreateUser",
            most = 20)
        List<String> calls,
    @Setting(
            about = "The id of the room that is told.",
            pattern = "[A-Za-z0-9_-]{22}",
            allowed = "a room's id, of 22 characters, as it stands in its address")
        String room) {}
