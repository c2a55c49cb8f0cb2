package parley.local;

import java.util.List;
import java.util.Map;
import java.util.Set;
import parley.local.template.Names;
import parley.local.template.ResourceType;
import parley.local.template.Stack;

/** Resource types that are knowingly without effect on one machine: they only have names. */
final class Inert implements Part {

  @Override
  public List<ResourceType> types() {
    return List.of(
        type(
            "AWS::CloudWatch::Alarm",
            Set.of(
                "ActionsEnabled",
                "AlarmActions",
                "AlarmDescription",
                "ComparisonOperator",
                "DatapointsToAlarm",
                "Dimensions",
                "EvaluationPeriods",
                "ExtendedStatistic",
                "InsufficientDataActions",
                "MetricName",
                "Metrics",
                "Namespace",
                "OKActions",
                "Period",
                "Statistic",
                "Tags",
                "Threshold",
                "TreatMissingData",
                "Unit"),
            Names::physical,
            Map.of("Arn", (names, id) -> names.arn("cloudwatch", "alarm:" + names.physical(id)))),
        type("AWS::CDK::Metadata", Set.of("Analytics"), Names::physical, Map.of()));
  }

  @Override
  public void start(Stack stack) {}

  @Override
  public void close() {}

  private static ResourceType type(
      String name,
      Set<String> inert,
      ResourceType.Value ref,
      Map<String, ResourceType.Value> attributes) {
    return new ResourceType(name, Set.of(), inert, ref, attributes);
  }
}
