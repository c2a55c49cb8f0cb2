package parley.local.events;

import java.util.Map;
import java.util.Set;
import parley.local.template.Names;
import parley.local.template.ResourceType;
import parley.local.template.ResourceType.PropertyValue;

/** The resource types of buses and rules. */
final class EventTypes {

  private static final PropertyValue NAME = (names, id, property) -> property.apply("Name");

  static final ResourceType BUS =
      new ResourceType(
          "AWS::Events::EventBus",
          Set.of("Name"),
          Set.of("Description", "Tags"),
          NAME,
          Map.of(
              "Name",
              NAME,
              "Arn",
              (PropertyValue)
                  (names, id, property) ->
                      names.arn("events", "event-bus/" + property.apply("Name"))));

  static final ResourceType RULE =
      new ResourceType(
          "AWS::Events::Rule",
          Set.of(
              "EventBusName",
              "EventPattern",
              "State",
              "Targets.Arn",
              "Targets.DeadLetterConfig.Arn",
              "Targets.Id",
              "Targets.InputPath",
              "Targets.KinesisParameters.PartitionKeyPath",
              "Targets.RetryPolicy.MaximumRetryAttempts",
              "Targets.RoleArn"),
          Set.of("Description"),
          (PropertyValue)
              (names, id, property) ->
                  before(property.apply("EventBusName"), "|") + names.physical(id),
          Map.of(
              "Arn",
              (PropertyValue)
                  (names, id, property) -> arn(names, id, property.apply("EventBusName"))));

  private EventTypes() {}

  static String arn(Names names, String rule, String bus) {
    return names.arn("events", "rule/" + before(bus, "/") + names.physical(rule));
  }

  /** The names of rules on the account's own bus stand without it. */
  private static String before(String bus, String separator) {
    return bus.isEmpty() || bus.equals(Buses.DEFAULT) ? "" : bus + separator;
  }
}
