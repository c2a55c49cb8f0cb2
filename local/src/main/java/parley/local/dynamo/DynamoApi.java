package parley.local.dynamo;

import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import parley.local.aws.AwsAnswer;
import parley.local.aws.AwsApi;
import parley.local.aws.AwsCall;
import parley.local.aws.Unmapped;
import parley.local.iam.Access;
import parley.local.template.Names;

/**
 * DynamoDB's API, and its streams' under the same signing name: passed on byte for byte, but for
 * the ARNs in what tells of tables and streams.
 */
public final class DynamoApi implements AwsApi {

  private static final String[] PASSED_ON = {"content-type", "x-amzn-requestid", "x-amz-crc32"};

  private final Dynamo dynamo;
  private final DynamoAccesses accesses;
  private final LocalArns arns;

  /** Passes calls on to this DynamoDB, whose tables have these names. */
  public DynamoApi(Dynamo dynamo, Names names) {
    this.dynamo = dynamo;
    this.accesses = new DynamoAccesses(names);
    this.arns = new LocalArns(names);
  }

  @Override
  public String signingName() {
    return "dynamodb";
  }

  @Override
  public List<String> operations() {
    return DynamoAccesses.operations();
  }

  @Override
  public List<Access> accesses(AwsCall call) throws Unmapped {
    return accesses.of(call);
  }

  /** DynamoDB says it in the body, and with another status than the REST-JSON services. */
  @Override
  public AwsAnswer denied(String message) {
    var body = DynamoClient.object();
    body.put("__type", "com.amazon.coral.service#AccessDeniedException").put("Message", message);
    return AwsAnswer.json(400, body.toString());
  }

  @Override
  public AwsAnswer answer(AwsCall call) throws Exception {
    var target = call.headers().getOrDefault("x-amz-target", "");
    var tells = LocalArns.concern(target);
    var response = dynamo.client().send(target, tells ? arns.toLocal(call.body()) : call.body());
    Map<String, String> headers = new TreeMap<>();
    for (var name : PASSED_ON) {
      response.headers().firstValue(name).ifPresent(value -> headers.put(name, value));
    }
    if (!tells) {
      return new AwsAnswer(response.statusCode(), headers, response.body());
    }
    var body = arns.fromLocal(response.body());
    headers.put("x-amz-crc32", LocalArns.checksum(body));
    return new AwsAnswer(response.statusCode(), headers, body);
  }
}
