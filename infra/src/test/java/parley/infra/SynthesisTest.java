package parley.infra;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.TreeSet;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import parley.infra.instances.Instance;
import parley.infra.review.Plain;

class SynthesisTest {

  @Test
  void theSameInputGivesTheSameTemplateByteForByte(@TempDir Path folder) throws Exception {
    assertThat(InAnotherProcess.template(folder)).isEqualTo(Synthesized.FULL.template().toString());
  }

  /** The CDK does not look for such rings: CloudFormation refuses them, at deployment. */
  @Test
  void nothingWaitsForItself() {
    assertThat(new Dependencies(Synthesized.DEMO).ring()).isEmpty();
    assertThat(new Dependencies(Synthesized.FULL).ring()).isEmpty();
    // A nested stack waits for all that any resource in it waits for, and so does who waits for it.
    assertThat(new Dependencies(Synthesized.FULL.folded()).ring()).isEmpty();
    // That they are read at all: a table is made before what reads its stream.
    assertThat(new Dependencies(Synthesized.DEMO).of("ConnectionsFeedMapping702F43A7"))
        .contains("MessagesTable057D4C7C", "ConnectionsDeliverLive171FAAD5");
  }

  @Test
  void aStackIsFarFromCloudFormationsLimitsOf500ResourcesAndOneMegabyte() {
    assertThat(Synthesized.FULL.sizes())
        .allSatisfy(
            (file, size) -> {
              assertThat(size.resources()).as(file).isBetween(1, 450);
              assertThat(size.bytes()).as(file).isBetween(1_000L, 800_000L);
            });
  }

  @Test
  void twoInstancesShareNoName() {
    var other = Synthesized.of(new Instance("other", Synthesized.SMALLEST.settings()));
    var shared = names(Synthesized.DEMO);
    shared.retainAll(names(other));
    assertThat(shared).isEmpty();
    var others = other.template().toString().replaceAll("Parley: other", "");
    assertThat(Pattern.compile("parley-?smallest").matcher(others).find()).isFalse();
  }

  /** Names that are not unique within the stack or the API alone. */
  private static TreeSet<String> names(Synthesized stack) {
    var names = new TreeSet<String>();
    stack.each(
        (id, resource) -> {
          var properties = resource.path("Properties");
          for (var name :
              new String[] {
                "TableName",
                "FunctionName",
                "BucketName",
                "RoleName",
                "LogGroupName",
                "QueueName",
                "TopicName",
                "UserPoolName",
                "Domain",
                "AlarmName"
              }) {
            if (properties.has(name) && !properties.path(name).has("Ref")) {
              names.add(Plain.text(properties.path(name)));
            }
          }
          properties.findValues("Name").stream()
              .filter(name -> resource.path("Type").asText().startsWith("AWS::CloudFront"))
              .forEach(name -> names.add(name.asText()));
        });
    assertThat(names).isNotEmpty();
    return names;
  }
}
