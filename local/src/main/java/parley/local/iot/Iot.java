package parley.local.iot;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.IOException;
import java.nio.file.Path;
import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;
import parley.local.Part;
import parley.local.WholeFile;
import parley.local.aws.AwsApis;
import parley.local.iam.Guard;
import parley.local.journal.Journal;
import parley.local.template.ResolvedStack;
import parley.local.template.Resource;
import parley.local.template.ResourceType;
import parley.local.template.Stack;

/**
 * IoT Core, where a stack has certificates of devices. Its folder has what a device needs: {@code
 * ca.pem}, {@code endpoint} with the broker's host and port, and for each thing a folder of its
 * name.
 */
public final class Iot implements Part {

  private final Path folder;
  private final int port;
  private final AwsApis aws;
  private final With with;
  private @Nullable Broker broker;

  /**
   * What it does its work with.
   *
   * @param guard decides what devices may do
   * @param journal is told of all that they say
   * @param clock the time of messages
   * @param console is told why somebody was sent away
   */
  public record With(Guard guard, Journal journal, Clock clock, Consumer<String> console) {}

  /**
   * Devices who connect to this port.
   *
   * @param data the twin's folder, in which {@code iot} is theirs
   * @param aws what rules pass messages on by
   */
  public Iot(Path data, int port, AwsApis aws, With with) {
    this.aws = aws;
    this.folder = data.resolve("iot");
    this.port = port;
    this.with = with;
  }

  @Override
  public List<ResourceType> types() {
    return IotTypes.all();
  }

  @Override
  public List<String> refusals(ResolvedStack stack) {
    var refusals = new ArrayList<String>();
    check(stack.all(IotTypes.RULE), rule -> TopicRule.of(rule, rule.id()), refusals);
    check(
        stack.all(IotTypes.CERTIFICATE),
        certificate -> CertificateRequest.read(certificate.text("CertificateSigningRequest")),
        refusals);
    return refusals;
  }

  private static void check(
      List<Resource> resources, Consumer<Resource> reading, List<String> refusals) {
    for (var resource : resources) {
      try {
        reading.accept(resource);
      } catch (IllegalArgumentException e) {
        refusals.add("%s: %s".formatted(resource.id(), e.getMessage()));
      }
    }
  }

  @Override
  public void start(Stack stack) throws IOException {
    if (stack.all(IotTypes.CERTIFICATE).isEmpty()) {
      return;
    }
    var authority = CertificateAuthority.open(folder, with.clock());
    var certificates = new Certificates(folder, authority);
    certificates.register(stack);
    var rules =
        stack.all(IotTypes.RULE).stream()
            .filter(TopicRule::isEnabled)
            .map(rule -> TopicRule.of(rule, IotTypes.ruleName(stack.names(), rule.id())))
            .toList();
    var serving =
        new Broker(stack.names(), certificates, new TopicRules(rules, aws, with.console()), with);
    broker = serving;
    serving.serve(port, authority);
    WholeFile.write(folder.resolve("endpoint"), "localhost:%d\n".formatted(port).getBytes(UTF_8));
  }

  @Override
  public void close() {
    if (broker != null) {
      broker.close();
    }
  }
}
