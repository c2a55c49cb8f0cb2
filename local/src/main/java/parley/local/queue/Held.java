package parley.local.queue;

/** A message that a queue holds, and who has received it. Guarded by its queue. */
final class Held {

  private final Message message;
  private String receipt = "";
  private long visibleAt;
  private long first;
  private int count;

  Held(Message message) {
    this.message = message;
    this.visibleAt = message.due();
  }

  Message message() {
    return message;
  }

  /** By which the last who received it may delete it; "" where nobody has it. */
  String receipt() {
    return receipt;
  }

  /** When anybody received it for the first time; 0 where nobody has. */
  long first() {
    return first;
  }

  int count() {
    return count;
  }

  boolean isVisible(long now) {
    return visibleAt <= now;
  }

  /** Whether somebody has it now. */
  boolean isInFlight(long now) {
    return !receipt.isEmpty() && !isVisible(now);
  }

  long visibleAt() {
    return visibleAt;
  }

  void hideUntil(long time) {
    visibleAt = time;
  }

  void counted(long firstTime, int times) {
    first = firstTime;
    count = times;
  }

  Received receive(String newReceipt, long now, long hiddenUntil) {
    receipt = newReceipt;
    visibleAt = hiddenUntil;
    counted(count == 0 ? now : first, count + 1);
    return new Received(message, receipt, first, count);
  }
}
