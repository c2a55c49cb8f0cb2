package parley.local.template;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import parley.assembly.NestedStacks;

/**
 * One stack of a synthesized cloud assembly ({@code cdk.out}): its template and its assets.
 *
 * @param stack the stack's name
 * @param region the stack's region, empty where it was synthesized for any
 * @param account the stack's account, empty where it was synthesized for any
 * @param template the template as it was synthesized, with what its nested stacks hold
 * @param files the assets by their object key
 */
public record Assembly(
    String stack,
    Optional<String> region,
    Optional<String> account,
    JsonNode template,
    Map<String, Path> files)
    implements Assets {

  private static final ObjectMapper MAPPER = new ObjectMapper();

  /**
   * Reads a stack of an assembly; without a name the only one.
   *
   * @throws IllegalArgumentException where the folder is no assembly, or has not that one stack
   */
  public static Assembly read(Path folder, Optional<String> stack) throws IOException {
    var manifest = folder.resolve("manifest.json");
    if (!Files.isRegularFile(manifest)) {
      throw new IllegalArgumentException(
          "%s has no manifest.json, so it is no cloud assembly: run cdk synth first"
              .formatted(folder));
    }
    var artifacts = MAPPER.readTree(manifest.toFile()).path("artifacts");
    var stacks = new LinkedHashMap<String, JsonNode>();
    for (var artifact : artifacts.properties()) {
      if (artifact.getValue().path("type").asText().equals("aws:cloudformation:stack")) {
        var given = artifact.getValue().path("properties").path("stackName").asText();
        stacks.put(given.isEmpty() ? artifact.getKey() : given, artifact.getValue());
      }
    }
    return read(folder, choose(stacks, stack), stacks);
  }

  @Override
  public Path file(String objectKey) {
    var file = files.get(objectKey);
    if (file == null) {
      throw new IllegalArgumentException(
          "the assembly has no asset %s: it has %s".formatted(objectKey, files.keySet()));
    }
    return file;
  }

  private static String choose(Map<String, JsonNode> stacks, Optional<String> wanted) {
    if (wanted.isPresent() && stacks.containsKey(wanted.get())) {
      return wanted.get();
    }
    if (wanted.isEmpty() && stacks.size() == 1) {
      return stacks.keySet().iterator().next();
    }
    throw new IllegalArgumentException(
        wanted
            .map(name -> "the assembly has no stack %s: it has %s".formatted(name, stacks.keySet()))
            .orElse("choose one of the stacks with --stack: " + stacks.keySet()));
  }

  private static Assembly read(Path folder, String name, Map<String, JsonNode> stacks)
      throws IOException {
    var artifact = stacks.get(name);
    // aws://ACCOUNT/REGION, of which each may be "unknown-…"
    var environment = List.of(artifact.path("environment").asText().split("/", -1));
    var template = folder.resolve(artifact.path("properties").path("templateFile").asText());
    return new Assembly(
        name,
        known(environment, 3),
        known(environment, 2),
        NestedStacks.unfolded(MAPPER.readTree(template.toFile()), folder),
        assets(folder, template));
  }

  private static Optional<String> known(List<String> environment, int part) {
    return environment.size() > part && !environment.get(part).startsWith("unknown-")
        ? Optional.of(environment.get(part))
        : Optional.empty();
  }

  private static Map<String, Path> assets(Path folder, Path template) throws IOException {
    var manifest =
        template.resolveSibling(
            template.getFileName().toString().replace(".template.json", ".assets.json"));
    var files = new LinkedHashMap<String, Path>();
    if (Files.isRegularFile(manifest)) {
      for (var asset : MAPPER.readTree(manifest.toFile()).path("files")) {
        var source = folder.resolve(asset.path("source").path("path").asText());
        for (var destination : asset.path("destinations")) {
          files.put(destination.path("objectKey").asText(), source.toAbsolutePath());
        }
      }
    }
    return files;
  }
}
