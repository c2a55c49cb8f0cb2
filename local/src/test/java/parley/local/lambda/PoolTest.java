package parley.local.lambda;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import java.util.function.IntConsumer;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import parley.local.iam.Principal;

@Timeout(20)
class PoolTest {

  private static final Function FUNCTION =
      new Function(
          "Probe",
          "probe",
          "arn",
          Path.of("probe.jar"),
          "Probe::handle",
          128,
          Duration.ofSeconds(10),
          1,
          Map.of(),
          new Principal.RoleSession("arn:aws:iam::1:role/R", "f"),
          "group");

  private final UsingUp launcher = new UsingUp();
  private final Pool pool = new Pool(FUNCTION, launcher, Duration.ofMillis(1));

  @AfterEach
  void close() {
    launcher.launched.forEach(Launched::end);
  }

  @Test
  void anEnvironmentThatIsUsedUpGetsNoFurtherEvent() throws InterruptedException {
    var first = serveOne();
    var further = asking(first);
    launcher.rested.await();

    var event = new Invocation("arn", "2".getBytes(UTF_8));
    pool.submit(event);

    assertThat(launcher.launched).hasSize(2);
    assertThat(pool.next(launcher.launched.getLast().environment)).containsSame(event);
    first.end();
    assertThat(further.join()).isEmpty();
  }

  @Test
  void anEnvironmentThatWasUsedUpIsReplacedBeforeThereIsAnEvent() throws InterruptedException {
    var first = serveOne();
    var further = asking(first);
    launcher.rested.await();

    first.end();

    assertThat(further.join()).isEmpty();
    assertThat(launcher.launched).hasSize(2);
  }

  @Test
  void anInvocationThatIsKilledHasFailedAtOnceAndItsEnvironmentGetsNothingMore()
      throws InterruptedException {
    var event = new Invocation("arn", "1".getBytes(UTF_8));
    pool.submit(event);
    var first = launcher.launched.getFirst();
    pool.next(first.environment);

    assertThat(pool.kill("another")).isFalse();
    assertThat(pool.kill(event.id())).isTrue();

    assertThat(event.result().join().failed()).isTrue();
    assertThat(new String(event.result().join().payload(), UTF_8)).contains("signal: killed");
    assertThat(pool.kill(event.id())).as("killed once").isFalse();
    assertThat(pool.next(first.environment)).isEmpty();
  }

  /** The first environment, which has answered one event. */
  private Launched serveOne() throws InterruptedException {
    pool.submit(new Invocation("arn", "1".getBytes(UTF_8)));
    var first = launcher.launched.getFirst();
    var event = pool.next(first.environment).orElseThrow();
    assertThat(pool.finish(first.environment, event.id())).isPresent();
    return first;
  }

  private CompletableFuture<Optional<Invocation>> asking(Launched launched) {
    return CompletableFuture.supplyAsync(
        () -> {
          try {
            return pool.next(launched.environment);
          } catch (InterruptedException e) {
            throw new IllegalStateException(e);
          }
        },
        Thread::startVirtualThread);
  }

  private record Launched(Environment environment, IntConsumer ended) {

    void end() {
      if (!environment.isGone()) {
        ended.accept(137);
      }
    }
  }

  /** Starts nothing, and uses up every environment that rests. */
  private static final class UsingUp implements Launcher {

    private final List<Launched> launched = new ArrayList<>();
    private final CountDownLatch rested = new CountDownLatch(1);

    @Override
    public void launch(Pool pool, Environment environment, IntConsumer ended) {
      launched.add(new Launched(environment, ended));
    }

    @Override
    public void started() {}

    @Override
    public boolean rests(Pool pool, Environment environment) {
      rested.countDown();
      return true;
    }
  }
}
