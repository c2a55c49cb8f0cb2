package parley.tests.architecture;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** What the source files are like. */
class SourceRulesTest {

  private static final Path ROOT = Path.of("..");
  private static final int LONGEST = 250;
  private static final Pattern JAVA = Pattern.compile("\\.java$");
  private static final Pattern WRITTEN = Pattern.compile("\\.(java|tsx?|js|css)$");
  private static final Pattern BUILT = Pattern.compile("/(target|node_modules|dist)/");
  private static final Pattern EMPTY_NAMES =
      Pattern.compile("(Impl|Manager|Helper|Helpers|Util|Utils|Base)\\.java$");

  @Test
  void everyPackageSaysWhatItIsForAndIsNullMarked() {
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
  void noFileIsLongerThanTwoHundredAndFiftyLines() {
    assertThat(files(WRITTEN).filter(file -> read(file).lines().count() > LONGEST)).isEmpty();
  }

  @Test
  void noClassIsNamedByAWordThatSaysNothing() {
    assertThat(sources().filter(file -> EMPTY_NAMES.matcher(file.toString()).find())).isEmpty();
  }

  @Test
  void nothingIsLeftForLater() {
    assertThat(
            mainSources().stream()
                .filter(file -> read(file).matches("(?s).*\\b(TODO|FIXME|XXX)\\b.*")))
        .isEmpty();
  }

  private static Set<Path> mainSources() {
    try (var files = sources()) {
      return new TreeSet<>(files.filter(file -> file.toString().contains("/src/main/")).toList());
    }
  }

  private static Stream<Path> sources() {
    return files(JAVA);
  }

  private static Stream<Path> files(Pattern kind) {
    return Stream.of("lambdas", "infra", "local", "web", "tests")
        .map(ROOT::resolve)
        .flatMap(folder -> filesIn(folder, kind));
  }

  private static Stream<Path> filesIn(Path folder, Pattern kind) {
    try (var files = Files.walk(folder)) {
      return files
          .filter(file -> kind.matcher(file.toString()).find())
          .filter(file -> !BUILT.matcher(file.toString()).find())
          .toList()
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
