package parley.local.dynamo;

import java.util.Map;
import java.util.TreeMap;
import parley.local.aws.AwsAnswer;
import parley.local.aws.AwsApi;
import parley.local.aws.AwsCall;

/** DynamoDB's API, and its streams' under the same signing name: passed on byte for byte. */
public final class DynamoApi implements AwsApi {

  private static final String[] PASSED_ON = {"content-type", "x-amzn-requestid", "x-amz-crc32"};

  private final Dynamo dynamo;

  /** Passes calls on to this DynamoDB. */
  public DynamoApi(Dynamo dynamo) {
    this.dynamo = dynamo;
  }

  @Override
  public String signingName() {
    return "dynamodb";
  }

  @Override
  public AwsAnswer answer(AwsCall call) throws Exception {
    var response =
        dynamo.client().send(call.headers().getOrDefault("x-amz-target", ""), call.body());
    Map<String, String> headers = new TreeMap<>();
    for (var name : PASSED_ON) {
      response.headers().firstValue(name).ifPresent(value -> headers.put(name, value));
    }
    return new AwsAnswer(response.statusCode(), headers, response.body());
  }
}
