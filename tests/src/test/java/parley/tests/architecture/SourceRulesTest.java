package parley.tests.architecture;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** What the source files are like. */
class SourceRulesTest {

  private static final Path ROOT = Path.of("..");
  private static final int LONGEST = 250;
  private static final Pattern EMPTY_NAMES =
      Pattern.compile("(Impl|Manager|Helper|Helpers|Util|Utils|Base)\\.java$");

  @Test
  void everyPackageSaysWhatItIsForAndIsNullMarked() throws IOException {
    var silent = new TreeSet<Path>();
    for (var folder : mainSources().stream().map(Path::getParent).distinct().toList()) {
      var page = folder.resolve("package-info.java");
      if (!Files.exists(page) || !read(page).contains("@NullMarked")) {
        silent.add(folder);
      }
    }
    assertThat(silent).isEmpty();
  }

  @Test
  void noFileIsLongerThanTwoHundredAndFiftyLines() throws IOException {
    assertThat(sources().filter(file -> read(file).lines().count() > LONGEST)).isEmpty();
  }

  @Test
  void noClassIsNamedByAWordThatSaysNothing() throws IOException {
    assertThat(sources().filter(file -> EMPTY_NAMES.matcher(file.toString()).find())).isEmpty();
  }

  @Test
  void nothingIsLeftForLater() throws IOException {
    assertThat(
            mainSources().stream()
                .filter(file -> read(file).matches("(?s).*\\b(TODO|FIXME|XXX)\\b.*")))
        .isEmpty();
  }

  private static Set<Path> mainSources() throws IOException {
    try (var files = sources()) {
      return new TreeSet<>(files.filter(file -> file.toString().contains("/src/main/")).toList());
    }
  }

  private static Stream<Path> sources() throws IOException {
    return Stream.of("lambdas", "infra", "local", "tests")
        .map(ROOT::resolve)
        .flatMap(SourceRulesTest::javaFiles);
  }

  private static Stream<Path> javaFiles(Path folder) {
    try (var files = Files.walk(folder)) {
      return List.copyOf(
          files
              .filter(file -> file.toString().endsWith(".java"))
              .filter(file -> !file.toString().contains("/target/"))
              .toList())
          .stream();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static String read(Path file) {
    try {
      return Files.readString(file);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
