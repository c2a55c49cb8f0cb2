package parley.addons.panic;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static parley.addons.panic.Presses.NOON;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

final class PressTest {

  @Test
  void whatTheAwsIotButtonSaysIsRead() throws Exception {
    var press =
        read(
            """
            {"serialNumber": "G030JF051234567X", "batteryVoltage": "1567mV", "clickType": "DOUBLE"}\
            """);

    assertThat(press.click()).isEqualTo(Click.DOUBLE);
    assertThat(press.battery()).isEqualTo("1567mV");
    assertThat(press.id()).isEmpty();
    assertThat(press.trace()).isEqualTo("t");
    assertThat(press.received()).isEqualTo(NOON);
    assertThat(press.button().says(press.click())).isEqualTo("Come at once");
  }

  @Test
  void ourOwnFormIsRead() throws Exception {
    var press = read("{\"id\": \"7-a_B\", \"click\": \"LONG\", \"battery\": \"80 %\"}");

    assertThat(press.click()).isEqualTo(Click.LONG);
    assertThat(press.id()).contains("7-a_B");
    assertThat(press.battery()).isEqualTo("80 %");
  }

  @Test
  void aBatteryThatLooksLikeNoneIsNotShown() throws Exception {
    assertThat(read("{\"id\": \"7\", \"click\": \"LONG\", \"battery\": \"<b>full</b>\"}").battery())
        .isEmpty();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        "LONG",
        "{",
        "[]",
        "7",
        "{}",
        "{\"clickType\": \"TRIPLE\"}",
        "{\"clickType\": [\"SINGLE\"]}",
        "{\"click\": \"SINGLE\"}",
        "{\"id\": \"a b\", \"click\": \"SINGLE\"}",
        "{\"id\": {}, \"click\": \"SINGLE\"}",
        "{\"id\": \"7\", \"click\": \"single\"}"
      })
  void whatIsNeitherNamesTheButtonAndNothingOfWhatItSaid(String payload) {
    assertThatThrownBy(() -> read(payload))
        .isInstanceOf(Press.Unreadable.class)
        .hasMessageStartingWith("what desk said cannot be read: ");
  }

  private static Press read(String payload) throws Exception {
    return Press.of(Presses.said(payload, "t", NOON));
  }
}
