package parley.messages;

/** The fake keeps the contract that the real store keeps. */
final class MemoryLogTest extends LogContract {

  private final Log log = new MemoryLog();

  @Override
  Log log() {
    return log;
  }
}
