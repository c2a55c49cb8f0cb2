package parley.infra.addons.triggers;

import java.util.List;
import parley.infra.config.Setting;

/** A receiver of what happens in rooms. */
public record WebhookSettings(
    @Setting(
            about = "What it is called here: the name of its key in the secret.",
            pattern = "[a-z][a-z0-9-]{0,19}",
            allowed = "a letter, then up to 19 lower-case letters, digits or \"-\"")
        String name,
    @Setting(
            about = "Where events are posted. On this machine, for a twin, http is allowed.",
            pattern =
                "(https://([a-z0-9]([a-z0-9-]*[a-z0-9])?\\.)+[a-z]{2,63}(:[0-9]{1,5})?|http://(localhost|127\\.0\\.0\\.1):[0-9]{1,5})(/[A-Za-z0-9._~!$&'()*+,;=:@%/?-]{0,100})?",
            allowed = "https://HOST/PATH, of which PATH has up to 100 characters")
        String url,
    @Setting(
            about = "Which events it is told of.",
            pattern =
                "message\\.(posted|edited|deleted)|reaction\\.(added|removed)|member\\.(added|joined|left|removed|role)",
            allowed = "a type of docs/events.md, such as message.posted",
            least = 1,
            most = 10)
        List<String> events,
    @Setting(
            otherwise = "none",
            about = "The rooms whose events it is told of, by their ids; without it, all rooms.",
            pattern = "[A-Za-z0-9_-]{22}",
            allowed = "a room's id, of 22 characters, as it stands in its address",
            most = 20)
        List<String> rooms) {}
