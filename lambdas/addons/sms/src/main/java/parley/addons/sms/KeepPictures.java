package parley.addons.sms;

import java.time.Clock;
import java.time.Instant;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import parley.kernel.Ids;

/**
 * Fetches what came with an SMS, and keeps the pictures: under ids that follow from Twilio's, so
 * that a further try puts the same ones in their own place.
 */
record KeepPictures(Attachments attachments, Pictures pictures, Clock clock) {

  /**
   * Keeps them. Throws where Twilio does not give one now, or there is no time left: it is to be
   * tried again then.
   *
   * @param end after which nothing more is fetched
   */
  Kept keep(Written sms, Instant end) {
    var kept = new ArrayList<Kept.Medium>();
    var without = new EnumMap<Kept.Why, Integer>(Kept.Why.class);
    for (var attachment : sms.attachments()) {
      if (clock.instant().isAfter(end)) {
        throw new IllegalStateException("there was no time for an attachment");
      }
      switch (fetch(sms.sid(), attachment)) {
        case Attachments.Outcome.Got(var bytes) ->
            Picture.of(bytes)
                .ifPresentOrElse(
                    picture -> kept.add(put(sms, attachment, picture)),
                    () -> without.merge(Kept.Why.NO_PICTURE, 1, Integer::sum));
        case Attachments.Outcome.TooLarge() -> without.merge(Kept.Why.TOO_LARGE, 1, Integer::sum);
        case Attachments.Outcome.Gone() -> without.merge(Kept.Why.GONE, 1, Integer::sum);
      }
    }
    return new Kept(kept, without);
  }

  /** The ids of all that an SMS may have there, whatever was kept of it by now. */
  static List<String> ids(Written sms) {
    return sms.attachments().stream().map(attachment -> id(sms, attachment)).toList();
  }

  private static String id(Written sms, Attachment attachment) {
    return Ids.derived("sms", sms.sid(), attachment.sid());
  }

  private Attachments.Outcome fetch(String message, Attachment attachment) {
    if (!attachment.mayBePicture()) {
      return new Attachments.Outcome.Got(new byte[0]);
    }
    return attachment.sid().isEmpty()
        ? new Attachments.Outcome.Gone()
        : attachments.fetch(message, attachment.sid());
  }

  private Kept.Medium put(Written sms, Attachment attachment, Picture picture) {
    var id = id(sms, attachment);
    pictures.put(sms.room(), id, picture);
    return new Kept.Medium(id, picture.type(), picture.bytes().length);
  }
}
