package parley.tests.history;

import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;

/** What an entry says, or what a client asks to append. */
public sealed interface Body {

  /**
   * A message as it stands.
   *
   * @param edited the seq of the last edit; 0 where there was none
   * @param deleted the seq of the deletion; 0 where there was none
   * @param reactions who put which emoji
   */
  record Message(String text, long edited, long deleted, Map<String, Set<String>> reactions)
      implements Body {

    /** A message that nothing has happened to yet. */
    public Message(String text) {
      this(text, 0, 0, Map.of());
    }

    /** As it is after a later entry; the same where the entry says nothing new of it. */
    Message after(Entry entry) {
      if (deleted > 0) {
        return this;
      }
      return switch (entry.body()) {
        case Edit edit ->
            entry.seq() <= edited
                ? this
                : new Message(edit.text(), entry.seq(), deleted, reactions);
        case Deletion _ -> new Message("", 0, entry.seq(), Map.of());
        case Reaction reaction -> reacted(reaction, entry.sender());
        case Message _, Membership _ -> this;
      };
    }

    private Message reacted(Reaction reaction, String user) {
      var next = new TreeMap<>(reactions);
      var users = new TreeSet<>(next.getOrDefault(reaction.emoji(), Set.of()));
      var changed = reaction.on() ? users.add(user) : users.remove(user);
      if (!changed) {
        return this;
      }
      next.put(reaction.emoji(), users);
      next.values().removeIf(Set::isEmpty);
      return new Message(text, edited, deleted, next);
    }
  }

  /** Another text for the message at {@code target}; empty once that was deleted. */
  record Edit(long target, String text) implements Body {}

  /** The message at {@code target} is gone. */
  record Deletion(long target) implements Body {}

  /** An emoji put to the message at {@code target}, or taken back. */
  record Reaction(long target, String emoji, boolean on) implements Body {}

  /**
   * Somebody came, went or got another role.
   *
   * @param change {@code added}, {@code joined}, {@code left}, {@code removed} or {@code role}
   */
  record Membership(String user, String change) implements Body {

    /** True where they are no member after it. */
    public boolean ends() {
      return change.equals("left") || change.equals("removed");
    }
  }

  /** The seq of the message that it is about; 0 where it is about none. */
  default long about() {
    return switch (this) {
      case Edit edit -> edit.target();
      case Deletion deletion -> deletion.target();
      case Reaction reaction -> reaction.target();
      case Message _, Membership _ -> 0;
    };
  }
}
