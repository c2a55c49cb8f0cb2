package parley.local.aws;

import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import parley.local.iam.Access;
import parley.local.template.Names;

/** STS: tells a caller who it is, in the query protocol's XML. */
public final class StsApi implements AwsApi {

  private static final String IDENTITY =
      """
      <GetCallerIdentityResponse xmlns="https://sts.amazonaws.com/doc/2011-06-15/">
        <GetCallerIdentityResult><Arn>%s</Arn><UserId>%s</UserId><Account>%s</Account></GetCallerIdentityResult>
        <ResponseMetadata><RequestId>%s</RequestId></ResponseMetadata>
      </GetCallerIdentityResponse>
      """;

  private static final String ERROR =
      """
      <ErrorResponse xmlns="https://sts.amazonaws.com/doc/2011-06-15/">
        <Error><Type>Sender</Type><Code>%s</Code><Message>%s</Message></Error>
        <RequestId>%s</RequestId>
      </ErrorResponse>
      """;

  private final Names names;

  /** Callers in the account of these names. */
  public StsApi(Names names) {
    this.names = names;
  }

  @Override
  public String signingName() {
    return "sts";
  }

  @Override
  public List<String> operations() {
    return List.of("GetCallerIdentity");
  }

  /** Everybody may ask who they are: no policy can forbid it. */
  @Override
  public List<Access> accesses(AwsCall call) throws Unmapped {
    if (!action(call).equals("GetCallerIdentity")) {
      throw new Unmapped("STS's " + action(call));
    }
    return List.of();
  }

  @Override
  public AwsAnswer denied(String message) {
    return error(403, "AccessDenied", message);
  }

  @Override
  public AwsAnswer answer(AwsCall call) {
    if (!action(call).equals("GetCallerIdentity")) {
      return error(
          400, "InvalidAction", "of STS the twin only implements " + operations().getFirst());
    }
    var name = call.caller().name();
    var arn =
        switch (call.caller()) {
          case Caller.Function(_, var session) -> session.arn();
          case Caller.Service(_, var session) -> session.arn();
          case Caller.Administrator person ->
              "arn:aws:iam::%s:user/%s".formatted(names.account(), person.name());
        };
    return xml(200, IDENTITY, arn, names.id("user/" + name, 16), names.account());
  }

  private static String action(AwsCall call) {
    var form = new String(call.body(), StandardCharsets.UTF_8) + "&" + call.query();
    return Arrays.stream(form.split("&"))
        .filter(pair -> pair.startsWith("Action="))
        .map(pair -> URLDecoder.decode(pair.substring(7), StandardCharsets.UTF_8))
        .findFirst()
        .orElse("");
  }

  private static AwsAnswer error(int status, String code, String message) {
    var escaped = message.replace("&", "&amp;").replace("<", "&lt;");
    return xml(status, ERROR, code, escaped);
  }

  private static AwsAnswer xml(int status, String form, String... values) {
    var all = Arrays.copyOf(values, values.length + 1, Object[].class);
    all[values.length] = UUID.randomUUID();
    return new AwsAnswer(
        status,
        Map.of("Content-Type", "text/xml"),
        form.formatted(all).getBytes(StandardCharsets.UTF_8));
  }
}
