package parley.infra;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.BiConsumer;
import java.util.function.Consumer;
import java.util.stream.Collectors;
import parley.assembly.NestedStacks;
import parley.infra.instances.Instance;
import parley.infra.instances.Instances;
import parley.infra.platform.Artifacts;
import software.amazon.awscdk.App;
import software.amazon.awscdk.AppProps;

/**
 * A synthesized stack, as JSON, with what its nested stacks hold. The functions' jars and the
 * site's files are stand-ins that are always the same, so that a template depends on the
 * infrastructure alone.
 *
 * @param template with what the nested stacks hold in their place
 * @param folded as CloudFormation takes it, with a resource for each nested stack
 * @param paths the places of resources in the tree of constructs, by logical id
 * @param sizes of each of the templates, by their files
 */
public record Synthesized(
    JsonNode template, JsonNode folded, Map<String, String> paths, Map<String, Size> sizes) {

  /** How large a template is. */
  record Size(int resources, long bytes) {}

  private static final ObjectMapper JSON = new ObjectMapper();

  private static final Instances INSTANCES = new Instances(Path.of("src/test/resources/instances"));

  /** A throw-away instance, without any add-on. */
  public static final Instance SMALLEST = INSTANCES.named("smallest");

  /** Everything that can be set. */
  public static final Instance LARGEST = INSTANCES.named("largest");

  static final Synthesized DEMO = of(SMALLEST);
  static final Synthesized FULL = of(LARGEST);

  /** The stack of an instance. */
  public static Synthesized of(Instance instance) {
    return of(instance, "");
  }

  /** With something else in the functions' jars. */
  static Synthesized of(Instance instance, String code) {
    return of(instance, app -> new ParleyStack(app, instance, standIns(code)));
  }

  /** The stack of an instance, as it is put into an app. */
  static Synthesized of(Instance instance, Consumer<App> stack) {
    var app = app();
    stack.accept(app);
    app.synth();
    var out = Path.of(app.getOutdir());
    var folded = read(out.resolve(instance.stack() + ".template.json"));
    return new Synthesized(
        NestedStacks.unfolded(folded, out),
        folded,
        paths(read(out.resolve(instance.stack() + ".metadata.json"))),
        sizes(out));
  }

  private static Map<String, Size> sizes(Path out) {
    try (var files = Files.list(out)) {
      return files
          .filter(file -> file.toString().endsWith(".template.json"))
          .collect(Collectors.toMap(file -> file.getFileName().toString(), Synthesized::size));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static Size size(Path template) {
    return new Size(read(template).path("Resources").size(), template.toFile().length());
  }

  /** An app like that of the project's command line. */
  static App app() {
    try {
      return new App(
          AppProps.builder()
              .outdir(Files.createTempDirectory("cdk.out").toString())
              .analyticsReporting(false)
              .context(context())
              .build());
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** The place of a resource in the tree of constructs, by its logical id. */
  String path(String logicalId) {
    return java.util.Objects.requireNonNull(paths.get(logicalId), logicalId);
  }

  private static JsonNode read(Path file) {
    try {
      return JSON.readTree(file.toFile());
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static Map<String, String> paths(JsonNode metadata) {
    var paths = new TreeMap<String, String>();
    metadata
        .properties()
        .forEach(
            construct ->
                construct
                    .getValue()
                    .forEach(
                        entry -> {
                          if (entry.path("type").asText().equals("aws:cdk:logicalId")) {
                            paths.put(entry.path("data").asText(), construct.getKey().substring(1));
                          }
                        }));
    return paths;
  }

  /** All resources of a type, by logical id. */
  Map<String, JsonNode> all(String type) {
    var found = new TreeMap<String, JsonNode>();
    each(
        (id, resource) -> {
          if (resource.path("Type").asText().equals(type)) {
            found.put(id, resource.path("Properties"));
          }
        });
    return found;
  }

  /** The one resource of a type. */
  JsonNode only(String type) {
    var found = all(type);
    if (found.size() != 1) {
      throw new AssertionError("there are %d of %s".formatted(found.size(), type));
    }
    return found.values().iterator().next();
  }

  /** Every resource with its logical id. */
  public void each(BiConsumer<String, JsonNode> what) {
    template.path("Resources").properties().forEach(r -> what.accept(r.getKey(), r.getValue()));
  }

  private static Map<String, Object> context() throws IOException {
    var context = JSON.readTree(Path.of("../cdk.json").toFile()).path("context");
    return JSON.convertValue(
        context, JSON.getTypeFactory().constructMapType(Map.class, String.class, Object.class));
  }

  static Artifacts standIns() {
    return standIns("");
  }

  private static Artifacts standIns(String code) {
    try {
      return built(code);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static Artifacts built(String code) throws IOException {
    var root = Files.createTempDirectory("built");
    for (var module : modules()) {
      var target =
          Files.createDirectories(root.resolve("lambdas").resolve(module).resolve("target"));
      var jar = "%s-1.0.0-function.jar".formatted(module.getFileName());
      Files.writeString(target.resolve(jar), module + code);
    }
    var site = Files.createDirectories(root.resolve("site/assets")).getParent();
    Files.writeString(site.resolve("index.html"), "<!doctype html>");
    Files.writeString(site.resolve("assets/index-0.js"), "");
    return new Artifacts(root.resolve("lambdas"), site, Path.of("../api"));
  }

  /** The folders of all modules with functions, from that of the functions. */
  private static List<Path> modules() throws IOException {
    var lambdas = Path.of("../lambdas");
    try (var files = Files.find(lambdas, 4, (file, attributes) -> file.endsWith("src/main"))) {
      return files.map(file -> lambdas.relativize(file.getParent().getParent())).toList();
    }
  }
}
