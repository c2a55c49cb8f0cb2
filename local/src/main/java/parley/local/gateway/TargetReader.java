package parley.local.gateway;

import java.util.HashMap;
import java.util.Locale;
import parley.local.template.Resource;

/** Reads what a method's integration calls. */
final class TargetReader {

  private static final String HEADER = "integration.request.header.";

  private TargetReader() {}

  static Target read(Resource method) {
    return switch (method.text("Integration.Type")) {
      case "MOCK" -> new Target.Mock();
      case "AWS" -> called(method, method.text("Integration.Uri"));
      case String other -> throw RestReader.unknown(method, "Integration.Type", other, "AWS, MOCK");
    };
  }

  private static Target called(Resource method, String uri) {
    if (!Target.Action.isAddressed(uri)) {
      return new Target.Function(FunctionUri.arn(uri));
    }
    var headers = new HashMap<String, String>();
    Json.texts(method.get("Integration.RequestParameters"))
        .forEach((name, value) -> headers.put(header(method, name), fixed(method, value)));
    return Target.Action.of(method.id(), uri, method.text("Integration.Credentials"), headers);
  }

  private static String header(Resource method, String name) {
    if (!name.startsWith(HEADER)) {
      throw RestReader.unknown(method, "Integration.RequestParameters", name, HEADER + "NAME");
    }
    return name.substring(HEADER.length()).toLowerCase(Locale.ROOT);
  }

  private static String fixed(Resource method, String value) {
    if (!value.matches("'[^']*'")) {
      throw RestReader.unknown(
          method, "Integration.RequestParameters", value, "texts in single quotes");
    }
    return value.substring(1, value.length() - 1);
  }
}
