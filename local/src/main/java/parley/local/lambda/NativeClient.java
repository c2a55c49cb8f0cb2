package parley.local.lambda;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.List;
import java.util.jar.JarFile;

/**
 * The native library of Lambda's runtime interface client, unpacked once for all JVMs.
 *
 * <p>Left alone, each JVM unpacks it over the same file in {@code /tmp} as it starts, and crashes
 * those that have just mapped it.
 */
final class NativeClient {

  private static final String PROPERTY =
      "com.amazonaws.services.lambda.runtime.api.client.runtimeapi.NativeClient.JNI";

  private NativeClient() {}

  /**
   * The flags that make a JVM use it.
   *
   * @param client the folder with the client's jar
   * @param folder where it is unpacked
   */
  static List<String> flags(Path client, Path folder) throws IOException {
    var jar = jar(client);
    var library = folder.resolve(jar.getFileName() + ".so").toAbsolutePath();
    if (!Files.exists(library)) {
      Files.createDirectories(folder);
      var next = folder.resolve(jar.getFileName() + ".next");
      try (var file = new JarFile(jar.toFile());
          var bytes = file.getInputStream(file.getEntry(entry()))) {
        Files.copy(bytes, next, StandardCopyOption.REPLACE_EXISTING);
      }
      Files.move(next, library, StandardCopyOption.ATOMIC_MOVE);
    }
    return List.of("-D%s=%s".formatted(PROPERTY, library));
  }

  private static Path jar(Path client) throws IOException {
    if (Files.isDirectory(client)) {
      try (var files = Files.list(client)) {
        var found =
            files
                .filter(file -> file.getFileName().toString().contains("runtime-interface-client"))
                .findFirst();
        if (found.isPresent()) {
          return found.get();
        }
      }
    }
    throw new IOException(
        "there is no Lambda runtime interface client in %s: build the project, which fetches it"
            .formatted(client));
  }

  private static String entry() {
    var arch = System.getProperty("os.arch").equals("aarch64") ? "aarch_64" : "x86_64";
    var musl = Files.exists(Path.of("/etc/alpine-release"));
    return "jni/libaws-lambda-jni.linux%s-%s.so".formatted(musl ? "_musl" : "", arch);
  }
}
