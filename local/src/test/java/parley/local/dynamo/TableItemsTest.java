package parley.local.dynamo;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import parley.local.FakeStack;
import parley.local.dynamo.TableItems.Asked;

/** What a person sees of tables; against the real DynamoDB Local, in memory. */
class TableItemsTest {

  private static final String TABLE =
      """
      "%1$s": {"Type": "AWS::DynamoDB::GlobalTable", "Properties": {
        "AttributeDefinitions": [{"AttributeName": "p", "AttributeType": "S"},
          {"AttributeName": "s", "AttributeType": "%2$s"}],
        "KeySchema": [{"AttributeName": "p", "KeyType": "HASH"}, {"AttributeName": "s", "KeyType": "RANGE"}]}}
      """;

  @TempDir private static Path folder;

  private static Dynamo dynamo;
  private static FakeStack stack;
  private static TableItems items;

  @BeforeAll
  static void start() throws Exception {
    dynamo =
        new Dynamo(
            new Dynamo.Options(
                folder, Path.of("dynamodb/target/dynamodb-local").toAbsolutePath(), true),
            System.err::println);
    stack =
        new FakeStack(
            FakeStack.freeNames(),
            "{%s, %s}".formatted(TABLE.formatted("Words", "S"), TABLE.formatted("Log", "N")),
            List.of(dynamo));
    dynamo.start(stack);
    dynamo.awaitReady();
    items = new TableItems(dynamo);
    for (var number = 1; number <= 30; number++) {
      put("Log", "room", "N", Integer.toString(number));
    }
    put("Log", "other", "N", "1");
    for (var word : List.of("apple", "apricot", "pear")) {
      put("Words", "fruit", "S", word);
    }
  }

  @AfterAll
  static void close() {
    dynamo.close();
  }

  @Test
  void allItemsCanBeTurnedOverPageByPage() throws Exception {
    var first = page("Log", Optional.empty(), Optional.empty(), Optional.empty());
    assertThat(first.path("Items")).hasSize(25);

    var after = Optional.of(first.path("LastEvaluatedKey"));
    var second = page("Log", Optional.empty(), Optional.empty(), after);

    assertThat(second.path("Items")).hasSize(6);
    assertThat(second.has("LastEvaluatedKey")).isFalse();
  }

  @Test
  void aPartitionIsFoundByItsKey() throws Exception {
    assertThat(page("Log", Optional.of("other"), Optional.empty(), Optional.empty()).path("Items"))
        .hasSize(1);
  }

  @Test
  void aSortKeyIsFoundByItsBeginningAndANumberByItself() throws Exception {
    var words = page("Words", Optional.of("fruit"), Optional.of("ap"), Optional.empty());
    assertThat(words.path("Items")).hasSize(2);
    var numbers = page("Log", Optional.of("room"), Optional.of("7"), Optional.empty());
    assertThat(numbers.path("Items")).hasSize(1);
  }

  @Test
  void whatIsNoNumberIsRefusedWithDynamosWords() {
    assertThatThrownBy(
            () -> page("Log", Optional.of("room"), Optional.of("seven"), Optional.empty()))
        .isInstanceOf(IOException.class)
        .hasMessageContaining("ValidationException");
  }

  private static JsonNode page(
      String table, Optional<String> partition, Optional<String> sort, Optional<JsonNode> after)
      throws Exception {
    return items.page(stack.names().physical(table), new Asked(partition, sort, after));
  }

  private static void put(String table, String partition, String type, String sort)
      throws Exception {
    var input = DynamoClient.object().put("TableName", stack.names().physical(table));
    var item = input.putObject("Item");
    item.putObject("p").put("S", partition);
    item.putObject("s").put(type, sort);
    dynamo.client().table("PutItem", input);
  }
}
