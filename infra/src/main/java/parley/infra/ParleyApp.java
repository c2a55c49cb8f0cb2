package parley.infra;

import java.nio.file.Path;
import java.util.List;
import parley.infra.config.ConfigException;
import parley.infra.config.Instance;
import parley.infra.config.Instances;
import parley.infra.platform.Artifacts;
import software.amazon.awscdk.App;

/**
 * The app that {@code cdk} runs, in the project's folder: a stack for each instance, or for the one
 * that {@code -c instance=NAME} names.
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
    app.synth();
  }

  private static List<Instance> chosen(App app) {
    var instances = new Instances(Path.of("instances"));
    return app.getNode().tryGetContext("instance") instanceof String name
        ? List.of(instances.named(name))
        : instances.all();
  }
}
