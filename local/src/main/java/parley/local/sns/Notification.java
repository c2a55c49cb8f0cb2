package parley.local.sns;

/**
 * What went out to one who subscribed.
 *
 * @param time when, in ISO 8601
 * @param topic the topic's ARN
 * @param protocol such as {@code sms} or {@code email}
 * @param endpoint a phone number or an address
 * @param subject "" where there is none
 * @param message what was published
 */
public record Notification(
    String time, String topic, String protocol, String endpoint, String subject, String message) {}
