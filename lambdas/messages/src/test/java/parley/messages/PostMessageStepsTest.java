package parley.messages;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Clock;
import java.util.List;
import java.util.Random;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import parley.kernel.Json;
import parley.kernel.Reply;
import parley.kernel.Request;

/** Tries of one post, at once and after one another, of which functions end anywhere. */
final class PostMessageStepsTest {

  @Test
  void aPostIsWrittenOnceWhereverItsFunctionsEnd() throws InterruptedException {
    for (var seed = 0; seed < 400; seed++) {
      var random = new Random(seed);
      var choices = random.ints(40, 0, 30).boxed().toList();
      var log = new MemoryLog();
      log.add(
          new Entry(
              "r", 1, 0, "ada", "c", Chat.NOW, new Body.Membership("ada", "joined", "owner")));
      var answers = run(log, choices);
      var written =
          log.all("r").stream().filter(entry -> entry.body() instanceof Body.Message).toList();
      assertThat(written).as("seed %d", seed).extracting(Entry::sender).contains("app-relay");
      assertThat(written.stream().filter(entry -> entry.sender().equals("app-relay")))
          .as("seed %d", seed)
          .hasSize(1);
      assertThat(answers).as("seed %d", seed).hasSize(1);
    }
  }

  private static Set<Object> run(MemoryLog log, List<Integer> choices) throws InterruptedException {
    var answers = ConcurrentHashMap.<Object>newKeySet();
    var steps = new Steps(choices);
    var posts = new MemoryPosts();
    var stepped = new SteppedLog(log);
    var rights = new Rights(new MemoryParticipants(), stepped);
    var append = new Append(stepped, Clock.systemUTC(), _ -> {}, Append.NO_MATTER_HOW_LATE);
    var posting =
        new PostMessage(
            append,
            stepped,
            rights,
            post -> Steps.step(() -> posts.first(post)),
            Clock.systemUTC());
    IntStream.range(0, 2).forEach(_ -> steps.actor(() -> answers.add(ask(posting).body())));
    steps.actor(() -> others(append));
    steps.run();
    return answers;
  }

  /** Somebody else writes meanwhile. */
  private static void others(Append append) {
    for (var i = 0; i < 3; i++) {
      try {
        append.append(new Draft("r", "ada", "a" + i, 1, new Body.Message("hi")), Guard.OPEN);
      } catch (Steps.Crash e) {
        // It may be there or not.
      }
    }
  }

  private static Reply ask(PostMessage posting) {
    while (true) {
      try {
        var body = Json.object().put("room", "r").put("app", "relay").put("id", "E1");
        var reply = posting.handle(Request.inside("", body.put("text", "hi")));
        if (reply.status() != 429) {
          return reply;
        }
      } catch (Steps.Crash e) {
        // No answer: the same again.
      }
    }
  }
}
