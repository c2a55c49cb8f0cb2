package parley.messages;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import software.amazon.awssdk.services.dynamodb.DynamoDbClient;

/** The contract of {@link DynamoLog}, for whoever has a DynamoDB at hand. */
public abstract class DynamoLogContract extends LogContract {

  /** A contract without a DynamoDB. */
  protected DynamoLogContract() {}

  /** A client of the DynamoDB to test against. */
  protected abstract DynamoDbClient client();

  /** A table with the keys of Messages; may hold anything. */
  protected abstract String table();

  @Test
  public void aPageEndsBeforeItsLimitWhereItHasAMegabyte() {
    var room = UUID.randomUUID().toString();
    var text = new Body.Message("👍".repeat(4_000));
    for (var seq = 1; seq <= 70; seq++) {
      log().add(new Entry(room, seq, seq, "ada", "c" + seq, Instant.EPOCH, text));
    }
    var page = log().read(Range.from(room, 1, 100));
    assertThat(page.more()).isTrue();
    assertThat(page.entries()).hasSizeBetween(60, 69);
    var rest = log().read(Range.from(room, page.entries().getLast().seq() + 1, 100));
    assertThat(rest.more()).isFalse();
    assertThat(page.entries().size() + rest.entries().size()).isEqualTo(70);
  }

  @Test
  public void aRehearsalLeavesNoTrace() {
    var room = UUID.randomUUID().toString();
    var entry = new Entry(room, 1, 1, "ada", "c", Instant.EPOCH, new Body.Message("hi"));
    new DynamoLog(client(), table()).rehearse(entry);
    assertThat(log().last(room)).isEmpty();
    log().add(entry);
    new DynamoLog(client(), table()).rehearse(entry);
    assertThat(log().last(room)).contains(entry);
  }

  @Override
  final Log log() {
    return new DynamoLog(client(), table());
  }
}
