package parley.tests.twin;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.dataformat.yaml.YAMLMapper;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.stream.Stream;

/**
 * The REST API's routes, as its description names them: a route that is added is tested without
 * being named here.
 */
public final class Routes {

  /** Of something of an add-on's that is not there. */
  public static final String SOME_ID = "5e0c5b4a-6a6f-4a5e-9b7e-0a1b2c3d4e5f";

  private static final Set<String> METHODS = Set.of("get", "put", "post", "patch", "delete");

  private Routes() {}

  /**
   * One route.
   *
   * @param method in capitals
   * @param path with its parameters in braces
   * @param takesBody true where it has a request body
   */
  public record Route(String method, String path, boolean takesBody) {

    /**
     * The path with a value for each parameter; queries that the route requires are added by the
     * caller.
     */
    public String with(String room, String user) {
      return path.replace("{room}", room)
          .replace("{user}", user)
          .replace("{seq}", "1")
          .replaceAll("\\{(alarm|media|reminder)}", SOME_ID);
    }

    /** Whether its path has this parameter. */
    public boolean names(String parameter) {
      return path.contains("{" + parameter + "}");
    }

    @Override
    public String toString() {
      return method + " " + path;
    }
  }

  /** All of them for people who signed in, in the description's order. */
  public static Stream<Route> all() {
    return routes(false);
  }

  /** Those for outside parties, who sign what they send. */
  public static Stream<Route> open() {
    return routes(true);
  }

  private static Stream<Route> routes(boolean open) {
    return description()
        .path("paths")
        .propertyStream()
        .flatMap(path -> operations(path.getKey(), path.getValue(), open));
  }

  private static Stream<Route> operations(String path, JsonNode item, boolean open) {
    return item.propertyStream()
        .filter(operation -> METHODS.contains(operation.getKey()))
        .filter(operation -> operation.getValue().has("security") == open)
        .map(
            operation ->
                new Route(
                    operation.getKey().toUpperCase(Locale.ROOT),
                    path,
                    operation.getValue().has("requestBody")));
  }

  private static JsonNode description() {
    try {
      return new YAMLMapper().readTree(Path.of("../api/openapi.yaml").toFile());
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** Bodies that no route takes: each must be refused with 400. */
  static List<String> badBodies() {
    return List.of(
        "",
        "{",
        "[]",
        "null",
        "42",
        "\"text\"",
        "{\"clientId\":{},\"after\":\"x\",\"text\":[],\"name\":7,\"visibility\":1,\"topic\":{},\"color\":false,\"emoji\":1,\"on\":\"y\",\"seq\":-1,\"messages\":\"\",\"role\":3,\"rooms\":{}}",
        "{\"clientId\":\"\\u0000\",\"after\":1e400,\"text\":\"\\ud800\",\"name\":\"\",\"visibility\":\"#set($x=1)\",\"color\":\"'\",\"emoji\":\"<\",\"on\":null,\"seq\":99999999999999999999,\"messages\":1.5,\"role\":\"king\",\"rooms\":[{}]}");
  }
}
