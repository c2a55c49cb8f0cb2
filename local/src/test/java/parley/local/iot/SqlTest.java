package parley.local.iot;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class SqlTest {

  @Test
  void itSelectsItsTermsFromItsTopic() {
    var sql =
        Sql.read(
            "SELECT encode(*, 'base64') AS a, 'x_1' AS b, traceid() AS c, timestamp() AS d FROM"
                + " 'one/two'");

    assertThat(sql.select(new Sql.Message("one/two", "{".getBytes(UTF_8), "c", 7, "t")))
        .hasValueSatisfying(
            selected ->
                assertThat(selected)
                    .hasToString("{\"a\":\"ew==\",\"b\":\"x_1\",\"c\":\"t\",\"d\":7}"));
    assertThat(sql.select(new Sql.Message("one/three", new byte[0], "c", 7, "t"))).isEmpty();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        "SELECT * FROM 'a'",
        "SELECT timestamp() AS a FROM 'a/+'",
        "SELECT timestamp() AS a FROM 'a' WHERE b > 1",
        "SELECT timestamp() FROM 'a'",
        "SELECT timestamp() AS a topic() AS b FROM 'a'",
        "SELECT encode(*, 'base64') AS a, clientid() AS b FROM 'a'"
      })
  void whatItDoesNotKnowIsRefused(String sql) {
    assertThatThrownBy(() -> Sql.read(sql)).isInstanceOf(IllegalArgumentException.class);
  }
}
