package parley.addons.slack;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;
import parley.outside.FakeClock;
import parley.outside.FakeRows;
import parley.outside.Row;
import parley.outside.Rows;

class LinksTest {

  private static final String ROOM = "AAAAAAAAAAAAAAAAAAAAAA";
  private static final String OWNER = "ada";

  private final FakeClock clock = new FakeClock();
  private final FakeRows rows = new FakeRows();

  @Test
  void ofTwoCodesThatAreMadeAtOnceTheLaterWorksAndNeitherFails() {
    var other = new Links(rows, clock);
    var links = new Links(new Overtaken(rows, () -> other.offer("OTHER", ROOM, OWNER)), clock);

    links.offer("CODE", ROOM, OWNER);

    assertThat(links.offered("CODE").map(Links.Offer::room)).contains(ROOM);
    assertThat(links.offered("OTHER")).isEmpty();
  }

  /** Rows that somebody else changes after they were read, once. */
  private static final class Overtaken implements Rows {

    private final Rows rows;
    private final Runnable other;
    private boolean done;

    Overtaken(Rows rows, Runnable other) {
      this.rows = rows;
      this.other = other;
    }

    @Override
    public Row read(String of, String item) {
      return rows.read(of, item);
    }

    @Override
    public List<Row> list(String of, String prefix, int limit) {
      return rows.list(of, prefix, limit);
    }

    @Override
    public boolean change(List<Row> writes, List<Row> removals) {
      if (!done) {
        done = true;
        other.run();
      }
      return rows.change(writes, removals);
    }
  }
}
