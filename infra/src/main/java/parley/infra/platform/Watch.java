package parley.infra.platform;

import java.util.Optional;
import parley.infra.config.Alarms;
import software.amazon.awscdk.services.cloudwatch.Alarm;
import software.amazon.awscdk.services.cloudwatch.actions.SnsAction;
import software.amazon.awscdk.services.sns.Topic;
import software.amazon.awscdk.services.sns.subscriptions.EmailSubscription;
import software.constructs.Construct;

/** Who hears of alarms: an e-mail address, or nobody. */
public final class Watch extends Construct {

  private final Optional<Topic> topic;

  /** A topic only where somebody hears of it. */
  public Watch(Construct scope, String id, Optional<Alarms> alarms) {
    super(scope, id);
    topic = alarms.map(to -> topic(to.email()));
  }

  private Topic topic(String email) {
    var made = Topic.Builder.create(this, "Topic").enforceSsl(true).build();
    made.addSubscription(new EmailSubscription(email));
    return made;
  }

  /** Tells of an alarm. */
  public void hears(Alarm alarm) {
    topic.ifPresent(to -> alarm.addAlarmAction(new SnsAction(to)));
  }
}
