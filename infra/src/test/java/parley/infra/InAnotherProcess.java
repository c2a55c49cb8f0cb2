package parley.infra;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;

/**
 * The largest instance's template from a Java process of its own, in which unordered maps have
 * another order.
 */
final class InAnotherProcess {

  private InAnotherProcess() {}

  public static void main(String[] file) throws IOException {
    Files.writeString(Path.of(file[0]), Synthesized.FULL.template().toString());
  }

  static String template(Path folder) throws IOException, InterruptedException {
    var file = folder.resolve("template.json");
    var ended =
        new ProcessBuilder(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-cp",
                System.getProperty("java.class.path"),
                InAnotherProcess.class.getName(),
                file.toString())
            .inheritIO()
            .start()
            .waitFor();
    if (ended != 0) {
      throw new AssertionError("the other process ended with " + ended);
    }
    return Files.readString(file);
  }
}
