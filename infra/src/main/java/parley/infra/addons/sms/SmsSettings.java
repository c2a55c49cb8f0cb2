package parley.infra.addons.sms;

import parley.infra.addons.AddOn;
import parley.infra.addons.Services;
import parley.infra.config.Setting;
import software.constructs.Construct;

/**
 * Rooms by SMS, through Twilio. The account stands in Secrets Manager, never in a file or template.
 */
public record SmsSettings(
    @Setting(
            about = "The number of Twilio's to which people write.",
            pattern = "\\+[1-9][0-9]{6,14}",
            allowed = "a number with its country's, such as \"+15005550006\"")
        String number,
    @Setting(
            about = "Who sends: that number, or a messaging service of Twilio's by its sid.",
            otherwise = "number",
            pattern = "number|MG[0-9a-f]{32}",
            allowed = "\"number\", or MG and 32 digits from 0 to f")
        String sender,
    @Setting(
            about = "With what people's numbers may begin: an SMS to some countries is dear.",
            pattern = "any|\\+[1-9][0-9]{0,6}( *, *\\+[1-9][0-9]{0,6})*",
            allowed = "\"any\", or beginnings with commas between them, such as \"+49, +43\"")
        String countries,
    @Setting(
            about = "How many SMS anybody may have in a day.",
            otherwise = "20",
            oneOf = {5, 10, 20, 50, 100, 200})
        int dailyCap)
    implements AddOn {

  @Override
  public void addTo(Construct stack, Services services) {
    new Sms(stack, "Sms", this, services);
  }
}
