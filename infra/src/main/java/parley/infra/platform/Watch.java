package parley.infra.platform;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import parley.infra.config.Alarms;
import software.amazon.awscdk.Aws;
import software.amazon.awscdk.services.cloudwatch.Alarm;
import software.amazon.awscdk.services.cloudwatch.ComparisonOperator;
import software.amazon.awscdk.services.cloudwatch.Metric;
import software.amazon.awscdk.services.cloudwatch.TreatMissingData;
import software.amazon.awscdk.services.cloudwatch.actions.SnsAction;
import software.amazon.awscdk.services.iam.PolicyStatement;
import software.amazon.awscdk.services.iam.ServicePrincipal;
import software.amazon.awscdk.services.sns.Topic;
import software.amazon.awscdk.services.sns.subscriptions.EmailSubscription;
import software.constructs.Construct;

/** The alarms, and the topic that tells of them, which others may subscribe to as well. */
public final class Watch extends Construct {

  private final Topic topic;

  /** A topic to which the address subscribes, where one is set. */
  public Watch(Construct scope, String id, Optional<Alarms> alarms) {
    super(scope, id);
    topic = topic();
    alarms.ifPresent(to -> subscribe(to.email()));
  }

  private void subscribe(String email) {
    var subscription = topic.addSubscription(new EmailSubscription(email));
    Accepted.NO_FURTHER_QUEUE.on(subscription);
  }

  private Topic topic() {
    var made = Topic.Builder.create(this, "Topic").enforceSsl(true).build();
    Accepted.SERVICE_KEYS.on(made);
    // A topic with a policy has lost the one by which the account's own alarms may publish.
    made.addToResourcePolicy(
        PolicyStatement.Builder.create()
            .principals(List.of(new ServicePrincipal("cloudwatch.amazonaws.com")))
            .actions(List.of("sns:Publish"))
            .resources(List.of(made.getTopicArn()))
            .conditions(Map.of("StringEquals", Map.of("aws:SourceAccount", Aws.ACCOUNT_ID)))
            .build());
    return made;
  }

  /**
   * Raises an alarm while a metric is above a limit in a period. A period without data is a quiet
   * one.
   *
   * @param scope what the alarm is about
   * @param id the alarm's own, there
   * @param what what is the matter then, in words for whoever is on call
   */
  public void over(Construct scope, String id, String what, Metric metric, long limit) {
    var alarm =
        Alarm.Builder.create(scope, id)
            .alarmDescription(what)
            .metric(metric)
            .threshold(limit)
            .comparisonOperator(ComparisonOperator.GREATER_THAN_THRESHOLD)
            .evaluationPeriods(1)
            .treatMissingData(TreatMissingData.NOT_BREACHING)
            .build();
    alarm.addAlarmAction(new SnsAction(topic));
  }
}
