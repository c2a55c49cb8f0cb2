package parley.local.iot;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.net.ServerSocket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.security.KeyPair;
import java.time.Clock;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.CopyOnWriteArrayList;
import org.bouncycastle.asn1.x500.X500Name;
import org.bouncycastle.operator.jcajce.JcaContentSignerBuilder;
import org.bouncycastle.pkcs.jcajce.JcaPKCS10CertificationRequestBuilder;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import parley.local.FakeAuthority;
import parley.local.FakeAws;
import parley.local.FakeStack;
import parley.local.aws.AwsAnswer;
import parley.local.iam.Guard;
import parley.local.iam.Iam;
import parley.local.journal.Journal;
import parley.local.template.Names;

/** Two things, the first with a rule about its topic; a policy lets each say what is its own. */
@Timeout(60)
class IotTest {

  private static final ObjectMapper JSON = new ObjectMapper();
  private static final Names NAMES = FakeStack.freeNames();
  private static final String TEMPLATE =
      """
      {"Policy": {"Type": "AWS::IoT::Policy", "Properties": {"PolicyDocument": {"Version": "2012-10-17", "Statement": [
         {"Effect": "Allow", "Action": "iot:Connect",
          "Resource": "arn:aws:iot:us-east-1:111122223333:client/${iot:Connection.Thing.ThingName}"},
         {"Effect": "Allow", "Action": "iot:Publish",
          "Resource": "arn:aws:iot:us-east-1:111122223333:topic/says/${iot:Connection.Thing.ThingName}"}]}}},
       "One": {"Type": "AWS::IoT::Thing", "Properties": {"ThingName": "one"}},
       "OneKey": {"Type": "AWS::IoT::Certificate", "Properties": {"CertificateSigningRequest": "%s", "Status": "%s"}},
       "OneIs": {"Type": "AWS::IoT::ThingPrincipalAttachment", "Properties": {"ThingName": "{{One}}", "Principal": "{{OneKey.Arn}}"}},
       "OneMay": {"Type": "AWS::IoT::PolicyPrincipalAttachment", "Properties": {"PolicyName": "{{Policy}}", "Principal": "{{OneKey.Arn}}"}},
       "Two": {"Type": "AWS::IoT::Thing", "Properties": {"ThingName": "two"}},
       "TwoKey": {"Type": "AWS::IoT::Certificate", "Properties": {"CertificateSigningRequest": "%s", "Status": "ACTIVE"}},
       "TwoIs": {"Type": "AWS::IoT::ThingPrincipalAttachment", "Properties": {"ThingName": "{{Two}}", "Principal": "{{TwoKey.Arn}}"}},
       "Rule": {"Type": "AWS::IoT::TopicRule", "Properties": {"TopicRulePayload": {"AwsIotSqlVersion": "2016-03-23",
         "Sql": "SELECT encode(*, 'base64') AS said, 'b-1' AS who, traceid() AS trace, timestamp() AS at FROM 'says/one'",
         "ErrorAction": {"Sqs": {"QueueUrl": "https://sqs/failed", "RoleArn": "arn:aws:iam::111122223333:role/r"}},
         "Actions": [{"Sqs": {"QueueUrl": "https://sqs/q", "RoleArn": "arn:aws:iam::111122223333:role/r"}}]}}}}
      """;

  @TempDir private Path data;
  private final FakeAuthority everything = new FakeAuthority();
  private final FakeAws sqs = new FakeAws("sqs");
  private final List<String> console = new CopyOnWriteArrayList<>();
  private final KeyPair keys = Credentials.newKeys();
  private Path folder;
  private Iot iot;

  @BeforeEach
  void find() {
    folder = data.resolve("iot");
  }

  @AfterEach
  void stop() {
    iot.close();
  }

  @Test
  void whatAThingSaysOnItsTopicIsPassedOnByTheRule() throws Exception {
    start("ACTIVE");

    say("one", "says/one", "{\"a\": 1}");

    var sent = sent().getFirst();
    assertThat(new String(Base64.getDecoder().decode(sent.path("said").asText()), UTF_8))
        .isEqualTo("{\"a\": 1}");
    assertThat(sent.path("who").asText()).isEqualTo("b-1");
    assertThat(UUID.fromString(sent.path("trace").asText())).isNotNull();
    assertThat(sent.path("at").asLong()).isPositive();
    assertThat(sqs.calls().getFirst().caller().name()).isEqualTo("Rule");
  }

  @Test
  void aThingMayNotSpeakOnAnothersTopicNorByAnothersName() throws Exception {
    start("ACTIVE");

    assertThatThrownBy(() -> say("one", "says/two", "x")).isInstanceOf(IOException.class);
    Files.createDirectories(folder.resolve("three"));
    for (var file : List.of("own.pem", "own.key")) {
      Files.copy(folder.resolve("one").resolve(file), folder.resolve("three").resolve(file));
    }
    assertThatThrownBy(() -> say("three", "says/three", "x")).isInstanceOf(IOException.class);
    assertThat(sqs.calls()).isEmpty();
    assertThat(console).anyMatch(line -> line.contains("iot:Publish on resource"));
  }

  @Test
  void withoutAPolicyAThingMayNotConnect() throws Exception {
    start("ACTIVE");

    assertThatThrownBy(() -> say("two", "says/two", "x")).isInstanceOf(IOException.class);
    assertThat(console).anyMatch(line -> line.contains("iot:Connect on resource"));
  }

  @Test
  void whoseCertificateIsRevokedIsSentAway() throws Exception {
    start("REVOKED");

    assertThatThrownBy(() -> say("one", "says/one", "x")).isInstanceOf(IOException.class);
    assertThat(sqs.calls()).isEmpty();
    assertThat(console).anyMatch(line -> line.contains("revoked"));
  }

  @Test
  void whoHasTheKeyOfTheRequestIsTheThingToo() throws Exception {
    start("ACTIVE");
    var files = folder.resolve("one");
    Files.copy(
        files.resolve("certificate.pem"),
        files.resolve("own.pem"),
        StandardCopyOption.REPLACE_EXISTING);
    Files.writeString(
        files.resolve("own.key"), Pem.of("PRIVATE KEY", keys.getPrivate().getEncoded()));

    say("one", "says/one", "mine");

    assertThat(sent()).hasSize(1);
  }

  @Test
  void aCertificateOfAnotherAuthorityIsNobodys() throws Exception {
    start("ACTIVE");
    var other = CertificateAuthority.open(folder.resolve("other"), Clock.systemUTC());
    other.device("one").write(folder.resolve("one"), "own");

    assertThatThrownBy(() -> say("one", "says/one", "x")).isInstanceOf(IOException.class);
    assertThat(sqs.calls()).isEmpty();
  }

  @Test
  void aCertificateOfTheSameAuthorityThatIsNotRegisteredIsNobodys() throws Exception {
    start("ACTIVE");
    CertificateAuthority.open(folder, Clock.systemUTC())
        .device("one")
        .write(folder.resolve("one"), "own");

    assertThatThrownBy(() -> say("one", "says/one", "x")).isInstanceOf(IOException.class);
    assertThat(console).anyMatch(line -> line.contains("its certificate is unknown"));
  }

  @Test
  void whatWasIssuedIsFoundAgain() throws Exception {
    start("ACTIVE");
    var before = Files.readString(folder.resolve("one/certificate.pem"));
    iot.close();

    start("ACTIVE");

    assertThat(Files.readString(folder.resolve("one/certificate.pem"))).isEqualTo(before);
  }

  @Test
  void whatCannotBePassedOnGoesWhereTheErrorActionSays() throws Exception {
    start("ACTIVE");
    sqs.answers(body -> AwsAnswer.json(body.contains("failed") ? 200 : 400, "no such queue"));

    say("one", "says/one", "x");

    var failure = sent().getLast();
    assertThat(failure.path("topic").asText()).isEqualTo("says/one");
    assertThat(failure.path("clientId").asText()).isEqualTo("one");
    assertThat(failure.path("base64OriginalPayload").asText()).isEqualTo("eA==");
    assertThat(failure.at("/failures/0/errorMessage").asText()).isEqualTo("no such queue");
    assertThat(console).anyMatch(line -> line.contains("Rule could not pass on a message"));
  }

  private void start(String status) throws Exception {
    var iam = new Iam(Clock.systemUTC());
    var guard = new Guard(iam, console::add);
    var with = new Iot.With(guard, new Journal(Clock.systemUTC()), Clock.systemUTC(), console::add);
    iot = new Iot(data, freePort(), sqs.apis(everything), with);
    var template = TEMPLATE.formatted(request(keys), status, request(Credentials.newKeys()));
    var stack = new FakeStack(NAMES, template, List.of(iam, iot));
    iam.start(stack);
    iot.start(stack);
  }

  private void say(String thing, String topic, String payload) throws IOException {
    Say.say(folder, thing, topic, payload.getBytes(UTF_8));
  }

  private List<JsonNode> sent() throws IOException {
    var sent = new ArrayList<JsonNode>();
    for (var call : sqs.calls()) {
      sent.add(JSON.readTree(JSON.readTree(call.body()).path("MessageBody").asText()));
    }
    return sent;
  }

  private static String request(KeyPair keys) throws Exception {
    var request =
        new JcaPKCS10CertificationRequestBuilder(new X500Name("CN=a device"), keys.getPublic())
            .build(new JcaContentSignerBuilder("SHA256withECDSA").build(keys.getPrivate()));
    return Pem.of("CERTIFICATE REQUEST", request.getEncoded()).replace("\n", "\\n");
  }

  private static int freePort() throws IOException {
    try (var socket = new ServerSocket(0)) {
      return socket.getLocalPort();
    }
  }
}
