package parley.local.lambda;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.function.IntConsumer;
import org.junit.jupiter.api.Test;
import parley.local.iam.Principal;

class PoolQueueTest {

  private static final byte[] EVENT = "{}".getBytes(UTF_8);

  private final FakeLauncher launcher = new FakeLauncher();
  private final Pool pool = pool(2);

  @Test
  void anEventStartsAnEnvironmentUpToTheLimit() {
    submit();
    submit();
    submit();

    assertThat(launcher.launched).hasSize(2);
  }

  @Test
  void anIdleEnvironmentTakesTheNextEvent() throws Exception {
    var first = submit();
    serve(0, first);
    var second = submit();
    serve(0, second);

    assertThat(second.result()).isCompletedWithValueMatching(result -> !result.failed());
  }

  @Test
  void whatDoesNotStartFailsOneEventWithItsOwnReason() {
    var only = pool(1);
    var first = new Invocation("arn", EVENT);
    var second = new Invocation("arn", EVENT);
    only.submit(first);
    only.submit(second);
    only.failedToStart(launcher.launched.getFirst(), "{\"errorType\":\"x\"}".getBytes(UTF_8));

    launcher.ended.getFirst().accept(1);

    assertThat(first.result().join().failed()).isTrue();
    assertThat(new String(first.result().join().payload(), UTF_8)).contains("\"x\"");
    assertThat(second.result()).isNotDone();
    assertThat(launcher.launched).hasSize(2);
  }

  @Test
  void whatWaitsAtTheEndFailsInsteadOfHanging() {
    var waiting = submit();

    pool.close();

    assertThat(waiting.result().join().failed()).isTrue();
    assertThat(submit().result().join().failed()).isTrue();
  }

  @Test
  void anEnvironmentWhoseEventTookTooLongGetsNoFurtherOne() throws InterruptedException {
    var hasty = pool(1, Duration.ofMillis(1));
    var slow = new Invocation("arn", EVENT);
    hasty.submit(slow);
    var environment = launcher.launched.getLast();
    assertThat(hasty.next(environment)).contains(slow);
    assertThat(slow.result().join().failed()).isTrue();

    hasty.submit(new Invocation("arn", EVENT));

    assertThat(hasty.next(environment)).isEmpty();
  }

  private Invocation submit() {
    var invocation = new Invocation("arn", EVENT);
    pool.submit(invocation);
    return invocation;
  }

  private void serve(int environment, Invocation expected) throws InterruptedException {
    var at = launcher.launched.get(environment);
    assertThat(pool.next(at)).contains(expected);
    assertThat(pool.finish(at, expected.id())).contains(expected);
    expected.answer(EVENT);
  }

  private Pool pool(int environments) {
    return pool(environments, Duration.ofSeconds(60));
  }

  private Pool pool(int environments, Duration timeout) {
    var function =
        new Function(
            "F",
            "f",
            "arn",
            Path.of("f.jar"),
            "F::f",
            128,
            timeout,
            environments,
            Map.of(),
            new Principal.RoleSession("arn:aws:iam::1:role/R", "f"),
            "group");
    return new Pool(function, launcher, Duration.ofSeconds(60));
  }

  private static final class FakeLauncher implements Launcher {

    private final List<Environment> launched = new ArrayList<>();
    private final List<IntConsumer> ended = new ArrayList<>();

    @Override
    public void launch(Pool pool, Environment environment, IntConsumer whenEnded) {
      launched.add(environment);
      ended.add(whenEnded);
    }

    @Override
    public void started() {}

    @Override
    public boolean rests(Pool pool, Environment environment) {
      return false;
    }
  }
}
