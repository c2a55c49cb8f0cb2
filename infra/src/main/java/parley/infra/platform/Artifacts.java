package parley.infra.platform;

import java.nio.file.Path;

/**
 * Where what was built is found.
 *
 * @param lambdas the folder with a module for each service
 * @param site the web client's built files
 * @param api the folder with the descriptions of the APIs
 */
public record Artifacts(Path lambdas, Path site, Path api) {

  /** Those of a checkout. */
  public static Artifacts in(Path root) {
    return new Artifacts(root.resolve("lambdas"), root.resolve("web/dist"), root.resolve("api"));
  }

  /** The jar that all functions of a service, or of {@code addons/NAME}, run from. */
  Path jar(String service) {
    var module = lambdas.resolve(service);
    return module.resolve("target").resolve(module.getFileName() + "-1.0.0-function.jar");
  }
}
