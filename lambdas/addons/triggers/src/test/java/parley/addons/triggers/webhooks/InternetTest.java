package parley.addons.triggers.webhooks;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.net.InetAddress;
import java.net.URI;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class InternetTest {

  @ParameterizedTest
  @ValueSource(
      strings = {
        "127.0.0.1",
        "127.9.9.9",
        "0.0.0.0",
        "10.1.2.3",
        "172.16.0.1",
        "192.168.1.1",
        "169.254.169.254",
        "169.254.170.2",
        "100.64.0.1",
        "224.0.0.1",
        "255.255.255.255",
        "::1",
        "::",
        "fe80::1",
        "fc00::1",
        "fd00:ec2::254",
        "ff02::1",
        "::ffff:10.0.0.1"
      })
  void whereTheInternetIsNotNothingIsPosted(String address) throws IOException {
    assertThat(Internet.isInside(InetAddress.getByName(address))).isTrue();
    var host = address.contains(":") ? "[%s]".formatted(address) : address;
    assertThatThrownBy(() -> Internet.check(URI.create("https://%s/in".formatted(host))))
        .isInstanceOf(IOException.class);
  }

  @ParameterizedTest
  @ValueSource(strings = {"192.0.2.1", "100.128.0.1", "172.32.0.1", "2001:db8::1"})
  void whereItIsMayBePosted(String address) throws IOException {
    assertThat(Internet.isInside(InetAddress.getByName(address))).isFalse();
  }

  @ParameterizedTest
  @ValueSource(strings = {"http://127.0.0.1:4000/in", "http://localhost:4000"})
  void aTwinsReceiverIsOnThisMachine(String url) {
    assertThatCode(() -> Internet.check(URI.create(url))).doesNotThrowAnyException();
  }
}
