package parley.local.iot;

import static java.nio.charset.StandardCharsets.UTF_8;

import io.netty.handler.codec.mqtt.MqttQoS;
import io.vertx.core.Vertx;
import io.vertx.core.buffer.Buffer;
import io.vertx.core.net.PemKeyCertOptions;
import io.vertx.core.net.PemTrustOptions;
import io.vertx.mqtt.MqttClient;
import io.vertx.mqtt.MqttClientOptions;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.TimeUnit;

/** Says something once, as a device of the stack that a twin runs: the key is the twin's own. */
public final class Say {

  private static final int SECONDS = 20;

  private Say() {}

  /**
   * From the command line: the twin's folder {@code iot}, the thing's name, a topic and a payload.
   * Ends with 1 where the twin does not take it.
   */
  public static void main(String[] arguments) {
    if (arguments.length != 4) {
      System.err.println("wanted: the twin's folder iot, a thing's name, a topic and a payload");
      System.exit(2);
    }
    try {
      say(Path.of(arguments[0]), arguments[1], arguments[2], arguments[3].getBytes(UTF_8));
    } catch (IOException e) {
      System.err.println(e.getMessage());
      System.exit(1);
    }
  }

  /**
   * Connects, publishes, and returns when the broker has taken it.
   *
   * @throws IOException where there is no such thing, or it may not say that
   */
  public static void say(Path folder, String thing, String topic, byte[] payload)
      throws IOException {
    var files = folder.resolve(thing);
    if (!Files.exists(files.resolve("own.pem"))) {
      throw new IOException(
          "there is no thing %s in %s: is the twin running?".formatted(thing, folder));
    }
    var endpoint = Files.readString(folder.resolve("endpoint")).strip().split(":");
    var options =
        new MqttClientOptions()
            .setClientId(thing)
            .setSsl(true)
            .setHostnameVerificationAlgorithm("HTTPS")
            .setTrustOptions(new PemTrustOptions().addCertPath(folder.resolve("ca.pem").toString()))
            .setKeyCertOptions(
                new PemKeyCertOptions()
                    .addCertPath(files.resolve("own.pem").toString())
                    .addKeyPath(files.resolve("own.key").toString()));
    var vertx = Vertx.vertx();
    try {
      say(MqttClient.create(vertx, options), endpoint, topic, payload);
    } finally {
      vertx.close().toCompletionStage().toCompletableFuture().join();
    }
  }

  private static void say(MqttClient client, String[] endpoint, String topic, byte[] payload)
      throws IOException {
    var taken = new CompletableFuture<Integer>();
    client.publishCompletionHandler(taken::complete);
    client.closeHandler(
        _ -> taken.completeExceptionally(new IOException("it may not publish to " + topic)));
    client
        .connect(Integer.parseInt(endpoint[1]), endpoint[0])
        .compose(
            _ -> client.publish(topic, Buffer.buffer(payload), MqttQoS.AT_LEAST_ONCE, false, false))
        .onFailure(taken::completeExceptionally);
    try {
      var unused = taken.orTimeout(SECONDS, TimeUnit.SECONDS).join();
    } catch (CompletionException e) {
      throw new IOException("the twin did not take it: " + e.getCause().getMessage(), e);
    }
    client.disconnect();
  }
}
