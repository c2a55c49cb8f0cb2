package parley.local.dynamo;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import parley.local.FakeStack;
import parley.local.aws.AwsCall;
import parley.local.aws.Caller;
import parley.local.aws.Unmapped;
import parley.local.iam.Access;
import parley.local.template.Names;

class DynamoAccessesTest {

  private final Names names = FakeStack.freeNames();
  private final DynamoAccesses accesses = new DynamoAccesses(names);

  @ParameterizedTest
  @ValueSource(strings = {"GetItem", "PutItem", "UpdateItem", "DeleteItem", "Query", "Scan"})
  void anOperationNeedsItsOwnActionOnItsTable(String operation) throws Exception {
    assertThat(of(operation, "{\"TableName\": \"Things\"}"))
        .extracting(Access::action, Access::resource)
        .containsExactly(
            org.assertj.core.groups.Tuple.tuple("dynamodb:" + operation, table("Things")));
  }

  @Test
  void aTableMayBeNamedByItsArn() throws Exception {
    assertThat(of("GetItem", "{\"TableName\": \"%s\"}".formatted(table("Things"))))
        .containsExactly(new Access("dynamodb:GetItem", table("Things")));
  }

  @Test
  void aQueryOfAnIndexNeedsTheIndexAndNotTheTable() throws Exception {
    assertThat(of("Query", "{\"TableName\": \"Things\", \"IndexName\": \"ByName\"}"))
        .containsExactly(new Access("dynamodb:Query", table("Things/index/ByName")));
  }

  @Test
  void aBatchNeedsEachOfItsTables() throws Exception {
    assertThat(of("BatchWriteItem", "{\"RequestItems\": {\"A\": [], \"B\": []}}"))
        .containsExactly(
            new Access("dynamodb:BatchWriteItem", table("A")),
            new Access("dynamodb:BatchWriteItem", table("B")));
  }

  @Test
  void eachPartOfATransactionNeedsTheOperationThatItStandsFor() throws Exception {
    var within = Map.of("dynamodb:EnclosingOperation", List.of("TransactWriteItems"));
    assertThat(
            of(
                "TransactWriteItems",
                """
                {"TransactItems": [
                  {"Put": {"TableName": "A"}}, {"Update": {"TableName": "A"}},
                  {"Delete": {"TableName": "B"}}, {"ConditionCheck": {"TableName": "B"}}]}
                """))
        .containsExactly(
            new Access("dynamodb:PutItem", table("A"), within),
            new Access("dynamodb:UpdateItem", table("A"), within),
            new Access("dynamodb:DeleteItem", table("B"), within),
            new Access("dynamodb:ConditionCheckItem", table("B"), within));
  }

  @Test
  void whatTheCallSaysOfItselfIsGivenToConditions() throws Exception {
    assertThat(of("Query", "{\"TableName\": \"A\", \"Select\": \"COUNT\"}"))
        .singleElement()
        .extracting(Access::context)
        .isEqualTo(Map.of("dynamodb:Select", List.of("COUNT")));
  }

  @ParameterizedTest
  @ValueSource(strings = {"ExecuteStatement", "DeleteTable", "GetRecords", "", "getitem"})
  void anyOtherOperationIsUnmapped(String operation) {
    assertThatThrownBy(() -> of(operation, "{}"))
        .isInstanceOf(Unmapped.class)
        .hasMessageContaining("DynamoDB's " + operation);
  }

  @ParameterizedTest
  @ValueSource(strings = {"no json", "{\"TransactItems\": [{\"Drop\": {\"TableName\": \"A\"}}]}"})
  void whatCannotBeReadIsUnmapped(String body) {
    assertThatThrownBy(() -> of("TransactWriteItems", body)).isInstanceOf(Unmapped.class);
  }

  private String table(String name) {
    return names.arn("dynamodb", "table/" + name);
  }

  private List<Access> of(String operation, String body) throws Unmapped {
    return accesses.of(
        new AwsCall(
            new Caller.Administrator("test"),
            "dynamodb",
            "POST",
            "/",
            "",
            Map.of("x-amz-target", "DynamoDB_20120810." + operation),
            body.getBytes(UTF_8)));
  }
}
