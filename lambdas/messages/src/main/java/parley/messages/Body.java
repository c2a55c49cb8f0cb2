package parley.messages;

import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** What an entry says, by its kind. */
sealed interface Body {

  /** The kind's name on the wire and in the table. */
  default String kind() {
    return switch (this) {
      case Message _ -> "message";
      case Edit _ -> "edit";
      case Deletion _ -> "deletion";
      case Reaction _ -> "reaction";
      case Membership _ -> "membership";
    };
  }

  /**
   * Something that a person wrote, as it stands now.
   *
   * @param text 1 to 4,000 code points; empty once it was deleted
   * @param edited the last edit, if there was one
   * @param deleted the deletion, if there was one
   * @param marks the reactions to it, oldest first
   */
  record Message(String text, @Nullable Edited edited, @Nullable Deleted deleted, List<Mark> marks)
      implements Body {

    /** A message that nothing has happened to yet. */
    Message(String text) {
      this(text, null, null, List.of());
    }
  }

  /** A message's new text; empty once the message was deleted. */
  record Edit(long target, String text) implements Body {}

  /** A message is gone, and its text with it. */
  record Deletion(long target) implements Body {}

  /** A user puts an emoji to a message, or takes it back. */
  record Reaction(long target, String emoji, boolean on) implements Body {}

  /**
   * A user came, went, or got another role.
   *
   * @param change {@code added}, {@code joined}, {@code left}, {@code removed} or {@code role}
   * @param role {@code member} or {@code owner}
   */
  record Membership(String user, String change, String role) implements Body {}

  /** That a message was edited: by which entry, and when. */
  record Edited(long seq, Instant time) {}

  /** That a message was deleted: by which entry, when, and by whom. */
  record Deleted(long seq, Instant time, String by) {}

  /**
   * The last that a user did with an emoji on a message.
   *
   * @param seq the reaction's entry
   * @param on false where it was taken back
   */
  record Mark(String emoji, String user, long seq, boolean on) {}
}
