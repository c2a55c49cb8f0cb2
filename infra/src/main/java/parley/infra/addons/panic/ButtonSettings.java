package parley.infra.addons.panic;

import parley.infra.config.Setting;

/**
 * A panic button.
 *
 * @param onSingle what a single click says; the others' names follow
 */
public record ButtonSettings(
    @Setting(
            about = "The id of the room in which it is heard, as the page's address has it.",
            pattern = "[A-Za-z0-9_-]{1,64}",
            allowed = "1 to 64 letters, digits, \"-\" or \"_\"")
        String room,
    @Setting(
            about = "Where the button is.",
            pattern = "[^\\x00-\\x1f]{1,100}",
            allowed = "1 to 100 characters in a line")
        String place,
    @Setting(
            about = "What the button is called.",
            pattern = "[^\\x00-\\x1f]{1,40}",
            allowed = "1 to 40 characters in a line")
        String name,
    @Setting(
            about =
                "The request for its certificate (PKCS #10 in PEM), made with the key that the"
                    + " button alone has.",
            pattern =
                "-----BEGIN CERTIFICATE REQUEST-----\\s[A-Za-z0-9+/=\\s]{100,4000}"
                    + "-----END CERTIFICATE REQUEST-----\\s*",
            allowed =
                "what begins with -----BEGIN CERTIFICATE REQUEST-----, signed with its own key",
            certificateRequest = true)
        String csr,
    @Setting(
            about = "What a single click says.",
            otherwise = "Somebody needs help here.",
            pattern = "[^\\x00-\\x1f]{1,200}",
            allowed = "1 to 200 characters in a line")
        String onSingle,
    @Setting(
            about = "What a double click says.",
            otherwise = "Somebody needs help here at once.",
            pattern = "[^\\x00-\\x1f]{1,200}",
            allowed = "1 to 200 characters in a line")
        String onDouble,
    @Setting(
            about = "What a long click says.",
            otherwise = "This is an emergency.",
            pattern = "[^\\x00-\\x1f]{1,200}",
            allowed = "1 to 200 characters in a line")
        String onLong,
    @Setting(
            about = "True where it was lost or stolen: it can say nothing any more.",
            otherwise = "false")
        boolean revoked) {}
