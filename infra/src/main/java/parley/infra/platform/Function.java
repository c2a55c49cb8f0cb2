package parley.infra.platform;

import java.util.List;
import software.amazon.awscdk.Annotations;
import software.amazon.awscdk.Duration;
import software.amazon.awscdk.RemovalPolicy;
import software.amazon.awscdk.services.cloudwatch.Metric;
import software.amazon.awscdk.services.cloudwatch.MetricOptions;
import software.amazon.awscdk.services.lambda.Alias;
import software.amazon.awscdk.services.lambda.Architecture;
import software.amazon.awscdk.services.lambda.LoggingFormat;
import software.amazon.awscdk.services.lambda.Runtime;
import software.amazon.awscdk.services.lambda.SnapStartConf;
import software.amazon.awscdk.services.logs.CfnLogGroup;
import software.amazon.awscdk.services.logs.LogGroup;
import software.constructs.Construct;

/**
 * One handler class as a function with a role and a log of its own.
 *
 * <p>Everything calls it through its alias {@code live}: SnapStart takes snapshots of published
 * versions only. The role may do nothing but write the log until it is allowed more.
 */
public final class Function extends Construct {

  private final OwnRole role;
  private final software.amazon.awscdk.services.lambda.Function function;
  private final Alias live;

  Function(Construct scope, String id, FunctionProps props) {
    super(scope, id);
    var log = new CfnLogGroup(this, "Log");
    log.setRetentionInDays(props.retentionDays());
    log.applyRemovalPolicy(RemovalPolicy.DESTROY);

    Accepted.SERVICE_KEYS.on(log);
    role = new OwnRole(this, "Role", "lambda");
    allow(List.of("logs:CreateLogStream", "logs:PutLogEvents"), log.getAttrArn());

    function =
        software.amazon.awscdk.services.lambda.Function.Builder.create(this, "Function")
            .code(props.code())
            .handler(props.handler())
            .timeout(props.timeout())
            .memorySize(props.memory())
            .role(role.role())
            .logGroup(LogGroup.fromLogGroupName(this, "Written", log.getRef()))
            .loggingFormat(LoggingFormat.JSON)
            .runtime(Runtime.JAVA_25)
            .architecture(Architecture.ARM_64)
            .snapStart(SnapStartConf.ON_PUBLISHED_VERSIONS)
            .build();
    Accepted.ofFunction(function);
    // The alias below is of a published version.
    Annotations.of(function).acknowledgeWarning("@aws-cdk/aws-lambda:snapStartRequirePublish");
    live =
        Alias.Builder.create(this, "Live")
            .aliasName("live")
            .version(function.getCurrentVersion())
            .build();
  }

  /** Lets it do something to resources of which a part of the name is not known before. */
  public void allowPattern(List<String> actions, String resource) {
    role.allowPattern(actions, resource);
  }

  /** Sets an environment variable. */
  public Function with(String name, String value) {
    function.addEnvironment(name, value);
    return this;
  }

  /** Lets it do something to named resources and to nothing else. */
  public void allow(List<String> actions, String... resources) {
    role.allow(actions, resources);
  }

  /** Lets it invoke another function, whose ARN it finds in an environment variable. */
  public void mayInvoke(Function other, String variable) {
    allow(List.of("lambda:InvokeFunction"), other.arn());
    with(variable, other.arn());
  }

  /** The ARN by which it is called. */
  public String arn() {
    return live.getFunctionArn();
  }

  /** A metric that Lambda keeps of it, over 5 minutes. */
  public Metric metric(String name, String statistic) {
    return function.metric(
        name, MetricOptions.builder().period(Duration.minutes(5)).statistic(statistic).build());
  }

  /** What API Gateway and event sources are pointed at. */
  Alias live() {
    return live;
  }
}
