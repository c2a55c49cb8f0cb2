package parley.infra;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import parley.infra.review.Permission;
import parley.infra.review.Permissions;

/** The page says that a role allows what stands there and nothing else: nothing is passed over. */
class PermissionsTest {

  @Test
  void whatARoleAllowsIsRead() throws JsonProcessingException {
    var allowed = "'Effect': 'Allow', 'Action': ['a:Get', 'a:Put'], 'Resource': ['one', 'two']";

    assertThat(Permissions.of(role(allowed)))
        .containsExactly(
            new Permission("Work", "WorkRole", 0, "a:Get", 0, "one"),
            new Permission("Work", "WorkRole", 0, "a:Put", 0, "one"),
            new Permission("Work", "WorkRole", 0, "a:Get", 1, "two"),
            new Permission("Work", "WorkRole", 0, "a:Put", 1, "two"));
  }

  @ParameterizedTest
  @ValueSource(strings = {"Policy", "ManagedPolicy", "RolePolicy", "User", "Group"})
  void aPolicyThatIsInNoRoleIsRefused(String type) throws JsonProcessingException {
    var template = template("'WorkPolicy1A2B3C4D': {'Type': 'AWS::IAM::%s'}".formatted(type));

    assertThatThrownBy(() -> Permissions.of(template))
        .hasMessage(
            "WorkPolicy1A2B3C4D is of type AWS::IAM::%s, which is not read; write what it allows"
                + " into the role itself, as OwnRole does",
            type);
  }

  @Test
  void aDenialIsRefused() throws JsonProcessingException {
    var template = role("'Effect': 'Deny', 'Action': 'a:Get', 'Resource': 'one'");

    assertThatThrownBy(() -> Permissions.of(template))
        .hasMessage(
            "a policy of WorkRole has the effect Deny, which is not read; allow less in its place");
  }

  @ParameterizedTest
  @CsvSource({"NotAction, Resource", "Action, NotResource"})
  void allButWhatIsListedIsRefused(String action, String resource) throws JsonProcessingException {
    var template =
        role("'Effect': 'Allow', '%s': 'a:Get', '%s': 'one'".formatted(action, resource));

    assertThatThrownBy(() -> Permissions.of(template))
        .hasMessage(
            "a policy of WorkRole has %s, which is not read; name what it allows by Action and"
                + " Resource",
            action.startsWith("Not") ? action : resource);
  }

  private static JsonNode role(String statement) throws JsonProcessingException {
    var policy = "{'PolicyDocument': {'Statement': [{%s}]}}".formatted(statement);
    return template(
        "'WorkRole': {'Type': 'AWS::IAM::Role', 'Properties': {'Policies': [%s]}}"
            .formatted(policy));
  }

  private static JsonNode template(String resource) throws JsonProcessingException {
    return new ObjectMapper()
        .readTree("{'Resources': {%s}}".formatted(resource).replace('\'', '"'));
  }
}
