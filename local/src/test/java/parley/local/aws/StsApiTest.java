package parley.local.aws;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.Map;
import org.junit.jupiter.api.Test;
import parley.local.FakeStack;
import parley.local.iam.Principal;

class StsApiTest {

  private static final Caller FUNCTION =
      new Caller.Function(
          "Sender",
          new Principal.RoleSession("arn:aws:iam::111122223333:role/SenderRole", "sender"));
  private static final Caller DEVELOPER = new Caller.Administrator("developer");

  private final StsApi api = new StsApi(FakeStack.freeNames());

  @Test
  void eachCallerIsToldWhoItIs() {
    assertThat(body(DEVELOPER, "Action=GetCallerIdentity&Version=2011-06-15"))
        .contains(
            "<Arn>arn:aws:iam::111122223333:user/developer</Arn>",
            "<Account>111122223333</Account>");
    assertThat(body(FUNCTION, "Version=2011-06-15&Action=GetCallerIdentity"))
        .contains("<Arn>arn:aws:sts::111122223333:assumed-role/SenderRole/sender</Arn>");
  }

  @Test
  void toAskWhoOneIsNeedsNoPermission() throws Unmapped {
    assertThat(api.accesses(call(FUNCTION, "Action=GetCallerIdentity"))).isEmpty();
  }

  @Test
  void everythingElseIsRefused() {
    assertThatThrownBy(() -> api.accesses(call(FUNCTION, "Action=AssumeRole")))
        .isInstanceOf(Unmapped.class)
        .hasMessageContaining("STS's AssumeRole");
    assertThat(body(DEVELOPER, "Action=AssumeRole"))
        .contains("<Code>InvalidAction</Code>", "only implements GetCallerIdentity");
    assertThat(new String(api.denied("a < b & c").body(), UTF_8))
        .contains("<Code>AccessDenied</Code>", "a &lt; b &amp; c");
  }

  private String body(Caller caller, String form) {
    return new String(api.answer(call(caller, form)).body(), UTF_8);
  }

  private static AwsCall call(Caller caller, String form) {
    return new AwsCall(caller, "sts", "POST", "/", "", Map.of(), form.getBytes(UTF_8));
  }
}
