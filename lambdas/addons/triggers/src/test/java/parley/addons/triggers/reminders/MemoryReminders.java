package parley.addons.triggers.reminders;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;

/** Reminders in memory. */
final class MemoryReminders implements Reminders {

  final List<Reminder> all = new ArrayList<>();

  @Override
  public Reminder add(Reminder reminder) {
    var known = find(reminder.user(), reminder.id());
    if (known.isEmpty()) {
      all.add(reminder);
    }
    return known.orElse(reminder);
  }

  @Override
  public List<Reminder> of(String user, int most) {
    return all.stream().filter(one -> one.user().equals(user)).limit(most).toList();
  }

  @Override
  public void remove(String user, String id) {
    find(user, id).ifPresent(all::remove);
  }

  @Override
  public List<Reminder> due(Instant now, int most) {
    return all.stream()
        .filter(one -> !one.at().isAfter(now))
        .sorted(Comparator.comparing(Reminder::at))
        .limit(most)
        .toList();
  }

  private Optional<Reminder> find(String user, String id) {
    return all.stream().filter(r -> r.user().equals(user) && r.id().equals(id)).findFirst();
  }
}
