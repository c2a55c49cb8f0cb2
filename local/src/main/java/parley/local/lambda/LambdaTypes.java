package parley.local.lambda;

import java.util.List;
import java.util.Map;
import java.util.Set;
import parley.local.template.Names;
import parley.local.template.ResourceType;

/** What is known of Lambda's resource types. */
final class LambdaTypes {

  static final String FUNCTION = "AWS::Lambda::Function";

  static final List<ResourceType> ALL =
      List.of(
          new ResourceType(
              FUNCTION,
              Set.of(
                  "Code.S3Bucket",
                  "Code.S3Key",
                  "Environment",
                  "Handler",
                  "LoggingConfig.LogFormat",
                  "LoggingConfig.LogGroup",
                  "MemorySize",
                  "ReservedConcurrentExecutions",
                  "Role",
                  "Runtime",
                  "Timeout"),
              Set.of(
                  "Architectures",
                  "Description",
                  "EphemeralStorage",
                  "Layers",
                  "LoggingConfig.ApplicationLogLevel",
                  "LoggingConfig.SystemLogLevel",
                  "SnapStart",
                  "Tags",
                  "TracingConfig"),
              Names::physical,
              Map.of("Arn", (names, id) -> arn(names, names.physical(id)))),
          new ResourceType(
              "AWS::Lambda::Version",
              Set.of("FunctionName"),
              Set.of("CodeSha256", "Description"),
              (ResourceType.PropertyValue)
                  (names, id, property) -> qualified(names, property.apply("FunctionName"), "1"),
              Map.of("Version", (names, id) -> "1")),
          new ResourceType(
              "AWS::Lambda::Alias",
              Set.of("FunctionName", "FunctionVersion", "Name"),
              Set.of("Description"),
              (ResourceType.PropertyValue)
                  (names, id, property) ->
                      qualified(names, property.apply("FunctionName"), property.apply("Name")),
              Map.of()),
          new ResourceType(
              "AWS::Lambda::LayerVersion",
              Set.of(),
              Set.of(
                  "CompatibleArchitectures",
                  "CompatibleRuntimes",
                  "Content",
                  "Description",
                  "LayerName",
                  "LicenseInfo"),
              (names, id) -> names.arn("lambda", "layer:%s:1".formatted(names.physical(id))),
              Map.of()));

  private LambdaTypes() {}

  /** The name in a name or an ARN, with or without a version or an alias. */
  static String name(String nameOrArn) {
    var marker = ":function:";
    var at = nameOrArn.indexOf(marker);
    var rest = at < 0 ? nameOrArn : nameOrArn.substring(at + marker.length());
    var colon = rest.indexOf(':');
    return colon < 0 ? rest : rest.substring(0, colon);
  }

  static String arn(Names names, String function) {
    return names.arn("lambda", "function:" + function);
  }

  private static String qualified(Names names, String function, String qualifier) {
    return arn(names, name(function)) + ":" + qualifier;
  }
}
