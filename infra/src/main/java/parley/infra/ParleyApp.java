package parley.infra;

import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import parley.assembly.NestedStacks;
import parley.infra.config.ConfigException;
import parley.infra.instances.Instance;
import parley.infra.instances.Instances;
import parley.infra.platform.Artifacts;
import parley.infra.review.PermissionsPage;
import software.amazon.awscdk.App;
import software.amazon.awscdk.cxapi.CloudAssembly;

/**
 * The app that {@code cdk} runs, in the project's folder: a stack for each instance, or for the one
 * that {@code -c instance=NAME} names. The instances' files are in {@code instances/}, or where
 * {@code -c instances=FOLDER} says.
 */
public final class ParleyApp {

  private ParleyApp() {}

  /** Synthesizes; exits with 1 where an instance cannot be used, and says why. */
  public static void main(String[] args) {
    var app = new App();
    try {
      var artifacts = Artifacts.in(Path.of(""));
      chosen(app).forEach(instance -> new ParleyStack(app, instance, artifacts));
    } catch (ConfigException e) {
      System.err.println(e.getMessage());
      System.exit(1);
    }
    review(app.synth());
  }

  /** Puts beside each template what a reviewer reads first. */
  private static void review(CloudAssembly assembly) {
    var folder = Path.of(assembly.getDirectory());
    try {
      for (var stack : assembly.getStacks()) {
        var template =
            NestedStacks.unfolded(
                new ObjectMapper().readTree(folder.resolve(stack.getTemplateFile()).toFile()),
                folder);
        Files.writeString(
            folder.resolve(stack.getStackName() + ".permissions.md"),
            PermissionsPage.of(stack.getStackName(), template));
      }
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static List<Instance> chosen(App app) {
    var folder =
        app.getNode().tryGetContext("instances") instanceof String path ? path : "instances";
    var instances = new Instances(Path.of(folder));
    return app.getNode().tryGetContext("instance") instanceof String name
        ? List.of(instances.named(name))
        : instances.all();
  }
}
