package parley.infra;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.StringReader;
import java.io.StringWriter;
import java.net.URL;
import java.net.URLClassLoader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import javax.tools.ToolProvider;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.yaml.snakeyaml.Yaml;
import parley.infra.addons.AddOn;
import parley.infra.config.RecordReader;
import parley.infra.platform.Artifacts;
import software.amazon.awscdk.App;

/**
 * The add-on that docs/addons shows how one is made with can be built, does its work and passes the
 * reviews.
 */
class ExampleTest {

  private static final Path EXAMPLE = Path.of("../docs/addons/example");

  @TempDir private Path classes;

  private URLClassLoader loader = new URLClassLoader(new URL[0]);

  @BeforeEach
  void compile() throws IOException {
    var compiler = Objects.requireNonNull(ToolProvider.getSystemJavaCompiler());
    var said = new StringWriter();
    try (var files = compiler.getStandardFileManager(null, Locale.ROOT, StandardCharsets.UTF_8);
        var sources = Files.walk(EXAMPLE)) {
      var java = sources.filter(file -> file.toString().endsWith(".java")).toList();
      assertThat(java).isNotEmpty();
      var options =
          List.of("-d", classes.toString(), "-proc:none", "-Xlint:all,-classfile", "-Werror");
      var units = files.getJavaFileObjectsFromPaths(java);
      assertThat(compiler.getTask(said, files, null, options, null, units).call())
          .as("%s", said)
          .isTrue();
    }
    loader = new URLClassLoader(new URL[] {classes.toUri().toURL()}, getClass().getClassLoader());
  }

  @AfterEach
  void close() throws IOException {
    loader.close();
  }

  @Test
  void itsOwnTestsPass() throws Exception {
    var test = loader.loadClass("parley.addons.dice.RollTest");
    var constructor = test.getDeclaredConstructor();
    constructor.setAccessible(true);
    var methods =
        Arrays.stream(test.getDeclaredMethods()).filter(m -> m.isAnnotationPresent(Test.class));
    var passed = 0;
    for (var method : methods.toList()) {
      method.setAccessible(true);
      method.invoke(constructor.newInstance());
      passed++;
    }
    assertThat(passed).isPositive();
  }

  @Test
  void itIsANestedStackWithAFunctionThatHearsAndWrites() {
    var stack = Synthesized.of(Synthesized.SMALLEST, this::stack);

    assertThat(stack.folded().path("Resources").properties())
        .filteredOn(r -> r.getValue().path("Type").asText().equals("AWS::CloudFormation::Stack"))
        .hasSize(1);
    assertThat(stack.all("AWS::Lambda::Function").values())
        .filteredOn(f -> f.path("Handler").asText().equals("parley.addons.dice.RollHandler"))
        .hasSize(1)
        .allSatisfy(
            f -> assertThat(f.at("/Environment/Variables").has("POST_MESSAGE_FUNCTION")).isTrue());
    assertThat(stack.only("AWS::Events::Rule").at("/EventPattern/detail-type/0").asText())
        .isEqualTo("message.posted");
    assertThat(new Dependencies(stack.folded()).ring()).isEmpty();
  }

  @Test
  void theReviewsFindNothing() {
    assertThat(Review.of(this::stack).open()).isEmpty();
  }

  private void stack(App app) {
    new ParleyStack(app, Synthesized.SMALLEST, artifacts(), Map.of("dice", settings()));
  }

  /** As they stand under {@code dice} in an instance's file. */
  private AddOn settings() {
    var reader = new RecordReader("dice.yaml");
    var settings = reader.read(type(), new Yaml().compose(new StringReader("{ most: 10 }")));
    assertThat(reader.errors()).isEmpty();
    return (AddOn) settings;
  }

  private Class<? extends Record> type() {
    try {
      return loader.loadClass("parley.infra.addons.dice.DiceSettings").asSubclass(Record.class);
    } catch (ClassNotFoundException e) {
      throw new AssertionError(e);
    }
  }

  /** Those of every test, and the jar that the example's module would have. */
  private static Artifacts artifacts() {
    var artifacts = Synthesized.standIns();
    try {
      var target = Files.createDirectories(artifacts.lambdas().resolve("addons/dice/target"));
      Files.writeString(target.resolve("dice-1.0.0-function.jar"), "dice");
    } catch (IOException e) {
      throw new AssertionError(e);
    }
    return artifacts;
  }
}
