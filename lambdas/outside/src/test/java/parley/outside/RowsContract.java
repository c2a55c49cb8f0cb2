package parley.outside;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import software.amazon.awssdk.services.dynamodb.DynamoDbClient;

/** What {@link Rows} promises, of every store. */
public abstract class RowsContract {

  private static final Instant END = Instant.parse("2026-03-01T12:00:00Z");

  private Rows rows = new FakeRows();

  /** What the rows of these tests hold. */
  record Value(String text) {}

  /** Makes the store under test afresh; for a real one, {@link #use} names it. */
  protected void prepare() {}

  /** Runs the contract against a table, which must be there and empty. */
  protected final void use(DynamoDbClient dynamo, String table) {
    rows = new DynamoRows(dynamo, table);
  }

  @BeforeEach
  void store() {
    prepare();
  }

  @Test
  void aRowThatIsNotThereHoldsNothing() {
    assertThat(rows.read("a", "1")).isEqualTo(Row.absent("a", "1"));
  }

  @Test
  void aRowIsReadAsItWasWritten() {
    assertThat(rows.write(row("a", "1", "é\"\n").until(END))).isTrue();

    var read = rows.read("a", "1");
    assertThat(read.as(Value.class)).isEqualTo(new Value("é\"\n"));
    assertThat(read.expires()).isEqualTo(END);
    assertThat(read.exists()).isTrue();
  }

  @Test
  void aRowIsWrittenOnlyAsItWasRead() {
    rows.write(row("a", "1", "first"));
    var read = rows.read("a", "1");

    assertThat(rows.write(row("a", "1", "as if absent"))).isFalse();
    assertThat(rows.write(read.holding(new Value("second")))).isTrue();
    assertThat(rows.write(read.holding(new Value("third")))).isFalse();
    assertThat(text("a", "1")).isEqualTo("second");
  }

  @Test
  void aRowIsRemovedOnlyAsItWasRead() {
    rows.write(row("a", "1", "first"));
    var read = rows.read("a", "1");
    rows.write(read.holding(new Value("second")));

    assertThat(rows.change(List.of(), List.of(read))).isFalse();
    assertThat(rows.change(List.of(), List.of(rows.read("a", "1")))).isTrue();
    assertThat(rows.read("a", "1").exists()).isFalse();
    assertThat(rows.change(List.of(), List.of(read))).isFalse();
  }

  @Test
  void manyAreChangedTogetherOrNotAtAll() {
    rows.write(row("a", "1", "first"));
    var read = rows.read("a", "1");

    assertThat(rows.change(List.of(row("b", "1", "new"), row("c", "1", "new")), List.of(read)))
        .isTrue();
    assertThat(rows.change(List.of(row("d", "1", "new"), row("b", "1", "again")), List.of()))
        .isFalse();
    assertThat(rows.read("a", "1").exists()).isFalse();
    assertThat(text("b", "1")).isEqualTo("new");
    assertThat(rows.read("d", "1").exists()).isFalse();
  }

  @Test
  void aListHasTheFirstRowsOfThatNameInOrder() {
    for (var item : List.of("x#3", "x#1", "x#2", "y#1", "w#1")) {
      rows.write(row("a", item, item));
    }
    rows.write(row("b", "x#0", "another's"));

    assertThat(rows.list("a", "x#", 2)).extracting(Row::item).containsExactly("x#1", "x#2");
    assertThat(rows.list("a", "x#", 9)).extracting(Row::item).containsExactly("x#1", "x#2", "x#3");
    assertThat(rows.list("a", "z#", 9)).isEmpty();
  }

  private static Row row(String of, String item, String text) {
    return Row.absent(of, item).holding(new Value(text));
  }

  private String text(String of, String item) {
    return rows.read(of, item).as(Value.class).text();
  }
}
