package parley.connections;

import static org.assertj.core.api.Assertions.assertThat;
import static parley.connections.Fixtures.ADA;
import static parley.connections.Fixtures.ADAS_PHONE;
import static parley.connections.Fixtures.BEN;
import static parley.connections.Fixtures.NOW;

import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import parley.connections.Subscriptions.Opened;
import software.amazon.awssdk.services.dynamodb.DynamoDbClient;

/** What {@link Subscriptions} promises, of every store. */
public abstract class SubscriptionsContract {

  private static final Subscription ROW = new Subscription("r", ADA);

  private Subscriptions subscriptions = new FakeSubscriptions();

  /** Makes the store under test afresh; for a real one, {@link #use} names it. */
  protected void prepare() {}

  /** Runs the contract against a table, which must be there and empty. */
  protected final void use(DynamoDbClient dynamo, String table) {
    subscriptions = new DynamoSubscriptions(dynamo, table, Backoff.ofProcess());
  }

  @BeforeEach
  void store() {
    prepare();
  }

  @Test
  void aNewRowIsPendingAndNotHeard() {
    assertThat(open(ROW, "one")).isEqualTo(new Opened("one", false));
    assertThat(subscriptions.listeners("r")).isEmpty();
  }

  @Test
  void anActivatedRowIsHeard() {
    active(ROW);

    assertThat(subscriptions.listeners("r")).containsExactly(ADA);
    assertThat(subscriptions.listeners("other")).isEmpty();
  }

  @Test
  void openingAgainChangesNothing() {
    open(ROW, "one");
    assertThat(open(ROW, "two")).isEqualTo(new Opened("one", false));

    subscriptions.activate(ROW, "one");
    assertThat(open(ROW, "three")).isEqualTo(new Opened("one", true));
    assertThat(subscriptions.listeners("r")).containsExactly(ADA);
  }

  @Test
  void theFirstOfThoseWhoHearAreGiven() {
    active(ROW);
    active(new Subscription("r", BEN));

    assertThat(subscriptions.listeners("r", 1)).hasSize(1);
    assertThat(subscriptions.listeners("r", 3)).containsExactlyInAnyOrder(ADA, BEN);
  }

  @Test
  void whatIsShownIsShownAgainOnlyAfterAWhile() {
    active(ROW);
    var second = NOW.plusMillis(1_999);
    var third = NOW.plusMillis(2_000);

    assertThat(subscriptions.show(ROW, "typing", NOW, NOW.minusMillis(2_000))).isTrue();
    assertThat(subscriptions.show(ROW, "typing", second, second.minusMillis(2_000))).isFalse();
    assertThat(subscriptions.show(ROW, "other", second, second.minusMillis(2_000))).isTrue();
    assertThat(subscriptions.show(ROW, "typing", third, third.minusMillis(2_000))).isTrue();
    assertThat(subscriptions.listeners("r")).containsExactly(ADA);
  }

  @Test
  void nothingIsShownByARowThatIsNotActive() {
    assertThat(subscriptions.show(ROW, "typing", NOW, NOW)).isFalse();
    assertThat(subscriptions.of("r", "ada")).isEmpty();

    open(ROW, "one");
    assertThat(subscriptions.show(ROW, "typing", NOW, NOW)).isFalse();
  }

  @Test
  void aRemovedRowIsNotActivated() {
    open(ROW, "one");
    subscriptions.remove(List.of(ROW));

    assertThat(subscriptions.activate(ROW, "one")).isFalse();
    assertThat(subscriptions.of("r", "ada")).isEmpty();
  }

  @Test
  void aRowThatWasMadeAnewIsNotActivatedByTheOldOpening() {
    open(ROW, "one");
    subscriptions.remove(List.of(ROW));
    open(ROW, "two");

    assertThat(subscriptions.activate(ROW, "one")).isFalse();
    assertThat(subscriptions.listeners("r")).isEmpty();
    assertThat(subscriptions.activate(ROW, "two")).isTrue();
  }

  @Test
  void withdrawingRemovesTheRowOfThatOpeningAlone() {
    open(ROW, "one");
    subscriptions.withdraw(ROW, "two");
    assertThat(subscriptions.of("r", "ada")).containsExactly(ROW);

    subscriptions.withdraw(ROW, "one");
    subscriptions.withdraw(ROW, "one");
    assertThat(subscriptions.of("r", "ada")).isEmpty();
  }

  @Test
  void aPersonsRowsInARoomAreFoundWhateverTheirState() {
    var phone = new Subscription("r", ADAS_PHONE);
    open(ROW, "one");
    active(phone);
    active(new Subscription("r", BEN));
    active(new Subscription("r", new Connection("ada2", "X=")));
    active(new Subscription("other", ADA));

    assertThat(subscriptions.of("r", "ada")).containsExactlyInAnyOrder(ROW, phone);
  }

  @Test
  void aConnectionsRowsAreFoundOverAllRooms() {
    var other = new Subscription("other", ADA);
    open(ROW, "one");
    active(other);
    active(new Subscription("r", ADAS_PHONE));

    assertThat(subscriptions.of(ADA)).containsExactlyInAnyOrder(ROW, other);
  }

  @Test
  void manyRowsAreRemovedAtOnceAndTheOthersStay() {
    var rows = IntStream.range(0, 60).mapToObj(i -> new Subscription("r" + i, ADA)).toList();
    rows.forEach(row -> open(row, "one"));
    open(new Subscription("r0", BEN), "one");

    subscriptions.remove(rows);
    subscriptions.remove(rows);

    assertThat(subscriptions.of(ADA)).isEmpty();
    assertThat(subscriptions.of(BEN)).hasSize(1);
  }

  @Test
  void removingNothingAndTwiceTheSameIsNoError() {
    open(ROW, "one");

    subscriptions.remove(List.of());
    subscriptions.remove(List.of(ROW, ROW));

    assertThat(subscriptions.of("r", "ada")).isEmpty();
  }

  @Test
  void morePagesOfListenersThanOneAreRead() {
    var name = "x".repeat(900);
    var listeners =
        IntStream.range(0, 1_300).mapToObj(i -> new Connection("u" + i, name + i)).toList();
    Parallel.map(
        listeners,
        listener -> {
          active(new Subscription("r", listener));
          return listener;
        });

    assertThat(subscriptions.listeners("r")).containsExactlyInAnyOrderElementsOf(listeners);
  }

  private Opened open(Subscription row, String opening) {
    return subscriptions.open(row, opening, NOW);
  }

  private void active(Subscription row) {
    open(row, "one");
    subscriptions.activate(row, "one");
  }
}
