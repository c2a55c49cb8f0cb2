package parley.local;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ChildTest {

  @TempDir private Path folder;

  @Test
  void aChildSeesItsOwnVariablesAndItsOutputIsKept() throws Exception {
    var log = folder.resolve("logs/child.log");
    var child =
        Child.start(
            List.of("sh", "-c", "echo $GREETING$JAVA_HOME"),
            Map.of("GREETING", "hello"),
            folder,
            log);

    assertThat(child.ended().get(20, TimeUnit.SECONDS)).isZero();
    assertThat(Files.readString(log)).isEqualTo("hello\n");
  }

  @Test
  void closingEndsTheChild() throws Exception {
    var child = Child.start(List.of("sleep", "600"), Map.of(), folder, folder.resolve("log"));

    child.close();

    assertThat(child.alive()).isFalse();
  }

  @Test
  void aChildEndsWhenItsParentIsKilled() throws Exception {
    var parent =
        new ProcessBuilder(
                Child.javaCommand(),
                "-cp",
                System.getProperty("java.class.path"),
                Parent.class.getName(),
                folder.toString())
            .redirectError(ProcessBuilder.Redirect.INHERIT)
            .start();
    try (var output =
        new BufferedReader(
            new InputStreamReader(parent.getInputStream(), StandardCharsets.UTF_8))) {
      var grandchild = ProcessHandle.of(Long.parseLong(output.readLine())).orElseThrow();

      parent.destroyForcibly();

      grandchild.onExit().get(20, TimeUnit.SECONDS);
      assertThat(grandchild.isAlive()).isFalse();
    }
  }

  /** Starts a JVM as a child, says its process id, and waits for its own end. */
  static final class Parent {

    private Parent() {}

    public static void main(String[] arguments) throws IOException, InterruptedException {
      if (arguments[0].equals("wait")) {
        Thread.sleep(600_000);
        return;
      }
      var folder = Path.of(arguments[0]);
      var child =
          Child.start(
              List.of(
                  Child.javaCommand(),
                  "-cp",
                  System.getProperty("java.class.path"),
                  Parent.class.getName(),
                  "wait"),
              Map.of(),
              folder,
              folder.resolve("log"));
      System.out.println(jvm(child).pid());
      Thread.sleep(600_000);
    }

    /** The shell between needs a moment to start it. */
    private static ProcessHandle jvm(Child child) {
      while (true) {
        try {
          return child.java();
        } catch (IllegalStateException e) {
          Thread.onSpinWait();
        }
      }
    }
  }
}
