package parley.local.template;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.URI;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

final class AddressesTest {

  private final Addresses addresses =
      new Addresses(
          new Names(
              "demo",
              "us-east-1",
              "111122223333",
              URI.create("http://localhost:4400"),
              URI.create("http://localhost:4401"),
              URI.create("http://localhost:4402")),
          List.of("chat.example.com"));

  @ParameterizedTest
  @CsvSource({
    "https://cognito-idp.us-east-1.amazonaws.com, http://localhost:4401",
    "https://cognito-idp.us-east-1.amazonaws.com/us-east-1_a, http://localhost:4401/us-east-1_a",
    "https://demo-111122223333.auth.us-east-1.amazoncognito.com, http://localhost:4401",
    "https://d0abc.cloudfront.net/, http://localhost:4400/",
    "https://chat.example.com/, http://localhost:4400/",
    "wss://chat.example.com/ws, ws://localhost:4400/ws",
    "https://a1b2.execute-api.us-east-1.amazonaws.com/ws,"
        + " http://localhost:4402/_execute-api/a1b2/ws",
  })
  void aPublicAddressBecomesTheTwinsOwn(String address, String own) {
    assertThat(addresses.rewrite(address)).isEqualTo(own);
  }

  @ParameterizedTest
  @CsvSource({
    "a1b2.execute-api.us-east-1.amazonaws.com",
    "https://chat.example.com.evil.org",
    "https://login.example.com",
    "http://schemas.xmlsoap.org/ws/2005/05/identity/claims/name",
  })
  void whatIsNoAddressOfTheStackStays(String text) {
    assertThat(addresses.rewrite(text)).isEqualTo(text);
  }

  @Test
  void everyAddressOfAPolicyIsRewritten() {
    assertThat(
            addresses.rewrite(
                "connect-src 'self' https://cognito-idp.us-east-1.amazonaws.com"
                    + " https://d.auth.us-east-1.amazoncognito.com; img-src 'self'"))
        .isEqualTo(
            "connect-src 'self' http://localhost:4401 http://localhost:4401; img-src 'self'");
  }
}
