package parley.local.lambda;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import parley.local.aws.AwsAnswer;
import parley.local.aws.AwsCall;
import parley.local.aws.Caller;
import parley.local.iam.Principal;

class DescriptionsTest {

  private static final List<Function> FUNCTIONS =
      Stream.of("a", "b", "c").map(DescriptionsTest::function).toList();

  private final Descriptions descriptions = new Descriptions();

  @Test
  void functionsAreListedPageByPage() throws IOException {
    var first = list("MaxItems=2");
    var second = list("MaxItems=2&Marker=" + first.path("NextMarker").asText());

    assertThat(first.path("Functions").findValuesAsText("FunctionName")).containsExactly("a", "b");
    assertThat(second.path("Functions").findValuesAsText("FunctionName")).containsExactly("c");
    assertThat(second.has("NextMarker")).isFalse();
  }

  @Test
  void aFunctionIsToldOfAsTheTemplateHasIt() throws IOException {
    var about = json(descriptions.configuration(FUNCTIONS.getFirst()));

    assertThat(about.path("Handler").asText()).isEqualTo("a.Handler");
    assertThat(about.path("Timeout").asInt()).isEqualTo(15);
    assertThat(about.path("Role").asText()).isEqualTo("arn:aws:iam::111122223333:role/R");
    assertThat(about.at("/LoggingConfig/LogGroup").asText()).isEqualTo("a-log");
    assertThat(json(descriptions.whole(FUNCTIONS.getFirst())).path("Configuration"))
        .isEqualTo(about);
  }

  @Test
  void variablesAreTheTemplatesAndNotLambdasOwn() throws IOException {
    var about = json(descriptions.configuration(FUNCTIONS.getFirst()));

    assertThat(about.at("/Environment/Variables").properties())
        .extracting(Map.Entry::getKey)
        .containsExactly("TABLE");
  }

  private JsonNode list(String query) throws IOException {
    var call =
        new AwsCall(
            new Caller.Administrator("developer"),
            "lambda",
            "GET",
            "/2015-03-31/functions",
            query,
            Map.of(),
            new byte[0]);
    return json(descriptions.list(FUNCTIONS, call));
  }

  private static JsonNode json(AwsAnswer answer) throws IOException {
    return new ObjectMapper().readTree(answer.body());
  }

  private static Function function(String name) {
    return new Function(
        name,
        name,
        "arn:aws:lambda:us-east-1:111122223333:function:" + name,
        Path.of("code.jar"),
        "a.Handler",
        1024,
        Duration.ofSeconds(15),
        2,
        Map.of("TABLE", "t", "AWS_LAMBDA_LOG_FORMAT", "JSON"),
        new Principal.RoleSession("arn:aws:iam::111122223333:role/R", name),
        name + "-log");
  }
}
