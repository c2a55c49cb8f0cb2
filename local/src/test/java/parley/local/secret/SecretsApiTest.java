package parley.local.secret;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import parley.local.FakeStack;
import parley.local.TurnedClock;
import parley.local.aws.AwsCall;
import parley.local.aws.Caller;
import parley.local.iam.Access;
import parley.local.template.Names;

class SecretsApiTest {

  private static final ObjectMapper JSON = new ObjectMapper();
  private static final Names NAMES = FakeStack.freeNames();
  private static final String NAME = NAMES.physical("Keys");
  private static final String UNSET =
      """
      {"Keys": {"Type": "AWS::SecretsManager::Secret", "Properties": {"Description": "of a party", "SecretString": "{}"}}}""";

  @TempDir private Path folder;
  private final TurnedClock clock = new TurnedClock(Instant.parse("2026-03-10T12:00:00Z"));
  private Secrets secrets;
  private SecretsApi api;

  @BeforeEach
  void start() throws Exception {
    start(UNSET);
  }

  @Test
  void aSecretHasTheValueOfTheTemplateUntilOneIsPut() throws Exception {
    assertThat(ask("GetSecretValue", "{'SecretId': 'ARN'}").path("SecretString").asText())
        .isEqualTo("{}");

    var put = ask("PutSecretValue", "{'SecretId': 'NAME', 'SecretString': 'new'}");

    var got = ask("GetSecretValue", "{'SecretId': 'NAME'}");
    assertThat(got.path("SecretString").asText()).isEqualTo("new");
    assertThat(got.path("VersionId")).isEqualTo(put.path("VersionId"));
    assertThat(got.path("ARN").asText()).isEqualTo(arn());
    assertThat(got.path("CreatedDate").asDouble()).isEqualTo(1773144000.0);
    assertThat(
            ask("GetSecretValue", "{'SecretId': 'NAME', 'VersionStage': 'AWSPREVIOUS'}")
                .path("SecretString")
                .asText())
        .isEqualTo("{}");
  }

  @Test
  void aValueThatWasPutIsKeptOverStartsInAFileOfItsOwnersAlone() throws Exception {
    ask("PutSecretValue", "{'SecretId': 'NAME', 'SecretString': 'new'}");

    start(UNSET);

    assertThat(secrets.value(arn())).contains("new");
    try (var files = Files.list(folder)) {
      for (var file : files.toList()) {
        assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(file)))
            .isEqualTo("rw-------");
      }
    }
  }

  @Test
  void aTemplateThatDeclaresAnotherValueGivesIt() throws Exception {
    ask("PutSecretValue", "{'SecretId': 'NAME', 'SecretString': 'new'}");

    start(UNSET.replace("\"{}\"", "\"{\\\"a\\\":\\\"b\\\"}\""));

    assertThat(secrets.value(arn())).contains("{\"a\":\"b\"}");
  }

  @Test
  void aGeneratedValueStaysTheSame() throws Exception {
    var template =
        """
        {"Keys": {"Type": "AWS::SecretsManager::Secret", "Properties": {"GenerateSecretString": {"PasswordLength": 12,
           "ExcludePunctuation": true, "ExcludeUppercase": true, "ExcludeCharacters": "0",
           "SecretStringTemplate": "{\\"user\\": \\"ada\\"}", "GenerateStringKey": "password"}}}}""";
    start(template);
    var made = secrets.value(arn()).orElseThrow();

    start(template);

    assertThat(JSON.readTree(made).path("password").asText()).matches("[a-z1-9]{12}");
    assertThat(JSON.readTree(made).path("user").asText()).isEqualTo("ada");
    assertThat(secrets.value(arn())).contains(made);
  }

  @Test
  void aSecretHasNoValueBeforeOneIsPutThere() throws Exception {
    start("{\"Fresh\": {\"Type\": \"AWS::SecretsManager::Secret\", \"Properties\": {}}}");
    assertThat(secrets.value(arn())).isEmpty();
    secrets.put(arn(), "{}");
    assertThat(secrets.value(arn())).contains("{}");
  }

  @Test
  void aSecretWithTwoValuesIsRefused() throws Exception {
    assertThat(refusals("{}")).isEmpty();
    assertThat(refusals("{\"SecretString\": \"a\", \"GenerateSecretString\": {}}"))
        .containsExactly("Keys: it must not have both SecretString and GenerateSecretString");
    assertThat(refusals("{\"GenerateSecretString\": {\"PasswordLength\": 5000}}")).hasSize(1);
    assertThat(refusals("{\"GenerateSecretString\": {\"GenerateStringKey\": \"k\"}}")).hasSize(1);
    assertThat(refusals("{\"GenerateSecretString\": {}}")).isEmpty();
  }

  @Test
  void aSecretIsDescribedWithoutItsValue() throws Exception {
    ask("PutSecretValue", "{'SecretId': 'NAME', 'SecretString': 'hidden'}");

    var described = ask("DescribeSecret", "{'SecretId': 'NAME'}");
    assertThat(described.path("Description").asText()).isEqualTo("of a party");
    assertThat(described.path("VersionIdsToStages")).hasSize(2);
    var listed = ask("ListSecrets", "{}");
    assertThat(listed.at("/SecretList/0/Name").asText()).isEqualTo(NAME);
    assertThat(described + "" + listed).doesNotContain("hidden");
  }

  @Test
  void valuesAreNotShown() {
    var answered = api.shown("{\"SecretString\":\"hidden\",\"Name\":\"n\"}".getBytes(UTF_8));

    assertThat(new String(answered, UTF_8))
        .isEqualTo("{\"SecretString\":\"(not shown)\",\"Name\":\"n\"}");
    assertThat(api.shown("hidden".getBytes(UTF_8))).isEmpty();
    assertThat(secrets.find(NAME).orElseThrow().current().toString()).doesNotContain("{}");
  }

  @Test
  void eachOperationNeedsItsPermissionOnTheSecret() throws Exception {
    assertThat(api.accesses(call("GetSecretValue", "{'SecretId': 'NAME'}")))
        .containsExactly(new Access("secretsmanager:GetSecretValue", arn()));
    assertThat(api.accesses(call("PutSecretValue", "{'SecretId': 'other'}")))
        .containsExactly(
            new Access(
                "secretsmanager:PutSecretValue",
                NAMES.arn("secretsmanager", "secret:other-??????")));
  }

  @Test
  void whatIsNotThereIsNotFound() throws Exception {
    assertThat(ask("GetSecretValue", "{'SecretId': 'other'}").path("__type").asText())
        .isEqualTo("ResourceNotFoundException");
    assertThat(
            ask("GetSecretValue", "{'SecretId': 'NAME', 'VersionStage': 'AWSPENDING'}")
                .path("__type")
                .asText())
        .isEqualTo("ResourceNotFoundException");
    assertThat(ask("PutSecretValue", "{'SecretId': 'NAME'}").path("__type").asText())
        .isEqualTo("InvalidParameterException");
  }

  @Test
  void theSameTokenPutsAValueOnce() throws Exception {
    ask("PutSecretValue", "{'SecretId': 'NAME', 'SecretString': 'a', 'ClientRequestToken': 't'}");
    ask("PutSecretValue", "{'SecretId': 'NAME', 'SecretString': 'a', 'ClientRequestToken': 't'}");

    assertThat(
            ask(
                    "PutSecretValue",
                    "{'SecretId': 'NAME', 'SecretString': 'b', 'ClientRequestToken': 't'}")
                .path("__type")
                .asText())
        .isEqualTo("ResourceExistsException");
    assertThat(secrets.find(NAME).orElseThrow().versions()).hasSize(2);
  }

  private void start(String template) throws Exception {
    secrets = new Secrets(folder, clock);
    secrets.start(new FakeStack(NAMES, template, List.of(secrets)));
    api = new SecretsApi(secrets, NAMES);
  }

  private List<String> refusals(String properties) throws Exception {
    var template =
        "{\"Keys\": {\"Type\": \"AWS::SecretsManager::Secret\", \"Properties\": %s}}"
            .formatted(properties);
    return secrets.refusals(new FakeStack(NAMES, template, List.of(secrets)));
  }

  private String arn() {
    return secrets.arns().getFirst();
  }

  private JsonNode ask(String operation, String input) throws Exception {
    return JSON.readTree(api.answer(call(operation, input)).body());
  }

  private AwsCall call(String operation, String input) {
    return new AwsCall(
        new Caller.Administrator("developer"),
        "secretsmanager",
        "POST",
        "/",
        "",
        Map.of("x-amz-target", "secretsmanager." + operation),
        input
            .replace('\'', '"')
            .replace("\"ARN\"", "\"%s\"".formatted(arn()))
            .replace("\"NAME\"", "\"%s\"".formatted(NAME))
            .getBytes(UTF_8));
  }
}
