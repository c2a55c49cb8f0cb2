package parley.tests.bench;

import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;

/** How long the twin takes from the command to the first page, when everything is built. */
final class Start {

  private static final int TIMES = 3;
  private static final Path DATA = Path.of("target", "bench-start");

  private Start() {}

  static Table ofTwin() throws Exception {
    TwinProcess.start("bench", List.of()).close(); // What is not built is built now.
    var table = new Table("the twin's start, s (median of " + TIMES + ")", "first page", "it says");
    row(table, "with a new data folder", true);
    row(table, "once more with the same", false);
    return table;
  }

  private static void row(Table table, String name, boolean afresh) throws Exception {
    var seconds = new ArrayList<Double>();
    var said = new ArrayList<Double>();
    for (var i = 0; i < TIMES; i++) {
      if (afresh) {
        delete();
      }
      var began = System.nanoTime();
      try (var twin = TwinProcess.start("bench-start", List.of());
          var client = HttpClient.newHttpClient()) {
        client.send(HttpRequest.newBuilder(twin.site()).build(), BodyHandlers.ofString());
        seconds.add((System.nanoTime() - began) / 1e9);
        said.add(twin.said());
      }
    }
    table.row(name, Samples.of(seconds).median(), Samples.of(said).median());
  }

  private static void delete() throws Exception {
    if (Files.exists(DATA)) {
      try (var files = Files.walk(DATA)) {
        for (var file : files.sorted(Comparator.reverseOrder()).toList()) {
          Files.delete(file);
        }
      }
    }
  }
}
