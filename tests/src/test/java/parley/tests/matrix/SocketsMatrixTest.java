package parley.tests.matrix;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.DynamicTest.dynamicTest;

import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;
import parley.tests.matrix.AccessPage.Row;
import parley.tests.twin.Stored;

/** Whoever may open no socket, and beside each the same person who may. */
class SocketsMatrixTest {

  private static final String NO_SOCKET = "no socket";

  @TestFactory
  Stream<DynamicTest> toOpenASocket() {
    return AccessPage.table("To open a socket").stream()
        .map(row -> dynamicTest(row.entry(), () -> assertRefused(row)));
  }

  private static void assertRefused(Row row) {
    var refused = Knock.of(row);
    var profile = Stored.profile(Cast.MEMBER.id());
    var tickets = Stored.tickets();
    var status = refused.knock();
    if (row.cell("answer").equals(NO_SOCKET)) {
      assertThat(status).isNotEqualTo(Door.OPENED);
    } else {
      assertThat(status).isEqualTo(Integer.parseInt(row.cell("answer")));
    }
    assertThat(Stored.profile(Cast.MEMBER.id())).isEqualTo(profile);
    Stored.assertTicketsAreStill(tickets);
    assertThat(Knock.good().knock()).isEqualTo(Door.OPENED);
  }
}
