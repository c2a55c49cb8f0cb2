package parley.local.lambda;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Map;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import parley.local.FakeStack;
import parley.local.aws.AwsCall;
import parley.local.aws.Caller;

class LambdaRequestTest {

  private static final String FUNCTION = "arn:aws:lambda:us-east-1:111122223333:function:f";

  @ParameterizedTest
  @CsvSource({
    "f, '', ''",
    "f, Qualifier=live, :live",
    "f%3Alive, '', :live",
    "arn%3Aaws%3Alambda%3Aus-east-1%3A111122223333%3Afunction%3Af%3Alive, '', :live",
  })
  void anInvocationActsOnWhatIsInvokedAndNoMore(String named, String query, String qualifier) {
    var request = LambdaRequest.of(call("POST", "/" + named + "/invocations", query));

    assertThat(request.operation()).isEqualTo("Invoke");
    assertThat(request.arn(FakeStack.freeNames())).isEqualTo(FUNCTION + qualifier);
  }

  @ParameterizedTest
  @CsvSource({"DELETE, /f", "POST, /f", "POST, /f/invoke-async", "GET, /f/policy"})
  void whatIsNotImplementedHasNoOperation(String method, String path) {
    assertThat(LambdaRequest.of(call(method, path, "")).operation()).isEmpty();
  }

  private static AwsCall call(String method, String path, String query) {
    return new AwsCall(
        new Caller.Administrator("test"),
        "lambda",
        method,
        "/2015-03-31/functions" + path,
        query,
        Map.of(),
        new byte[0]);
  }
}
