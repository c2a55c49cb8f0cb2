package parley.local.iot;

import io.netty.handler.codec.mqtt.MqttConnectReturnCode;
import io.netty.handler.codec.mqtt.MqttQoS;
import io.vertx.core.Vertx;
import io.vertx.core.buffer.Buffer;
import io.vertx.core.http.ClientAuth;
import io.vertx.core.net.PemKeyCertOptions;
import io.vertx.core.net.PemTrustOptions;
import io.vertx.mqtt.MqttEndpoint;
import io.vertx.mqtt.MqttServer;
import io.vertx.mqtt.MqttServerOptions;
import io.vertx.mqtt.messages.MqttPublishMessage;
import java.io.IOException;
import java.security.cert.X509Certificate;
import java.util.UUID;
import java.util.concurrent.ExecutionException;
import javax.net.ssl.SSLPeerUnverifiedException;
import parley.local.journal.Request.Kind;
import parley.local.template.Names;

/**
 * IoT Core's message broker, for what devices say: MQTT over TLS with certificates, on loopback.
 * Nothing is sent to devices: who wants to hear, or has words for after its end, is sent away, as
 * is who does what its policies do not allow.
 */
final class Broker implements AutoCloseable {

  /** Source: AWS's "AWS IoT Core message broker and protocol limits": the payload. */
  private static final int LARGEST = 128 * 1024;

  /** Beside the payload, a message has its topic, of 256 bytes at most, and some bytes. */
  private static final int LARGEST_FRAME = LARGEST + 512;

  private final Vertx vertx = Vertx.vertx();
  private final Names names;
  private final Certificates certificates;
  private final TopicRules rules;
  private final Iot.With with;

  Broker(Names names, Certificates certificates, TopicRules rules, Iot.With with) {
    this.names = names;
    this.certificates = certificates;
    this.rules = rules;
    this.with = with;
  }

  /** Serves at this port, and returns when it does. */
  void serve(int port, CertificateAuthority authority) throws IOException {
    var own = authority.server();
    var options =
        new MqttServerOptions()
            .setHost("127.0.0.1")
            .setPort(port)
            .setMaxMessageSize(LARGEST_FRAME)
            .setSsl(true)
            .setClientAuth(ClientAuth.REQUIRED)
            .setKeyCertOptions(
                new PemKeyCertOptions()
                    .addKeyValue(Buffer.buffer(own.keyPem()))
                    .addCertValue(Buffer.buffer(Credentials.pem(own.certificate()))))
            .setTrustOptions(
                new PemTrustOptions()
                    .addCertValue(Buffer.buffer(Credentials.pem(authority.certificate()))));
    var server = MqttServer.create(vertx, options).endpointHandler(this::greet);
    try {
      var unused = server.listen().toCompletionStage().toCompletableFuture().get();
    } catch (ExecutionException e) {
      throw new IOException(
          "devices cannot be served at the port %d: %s".formatted(port, e.getCause().getMessage()),
          e);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IOException("interrupted", e);
    }
  }

  private void greet(MqttEndpoint endpoint) {
    // Decisions are written to a file, and rules' actions wait for their answers.
    vertx.executeBlocking(
        () -> {
          admit(endpoint);
          return true;
        });
  }

  private void admit(MqttEndpoint endpoint) throws SSLPeerUnverifiedException {
    var brought = (X509Certificate) endpoint.sslSession().getPeerCertificates()[0];
    var certificate = certificates.find(brought);
    var client = endpoint.clientIdentifier();
    if (certificate.filter(Certificate::active).isEmpty()) {
      refuse(
          endpoint,
          "its certificate is %s".formatted(certificate.isEmpty() ? "unknown" : "revoked"));
      return;
    }
    if (endpoint.will().isWillFlag()) {
      refuse(endpoint, "the twin keeps no words for after a device's end");
      return;
    }
    var session = Session.of(names, with.guard(), certificate.get(), client);
    var may =
        with.journal().request(Kind.DEVICE, "connect " + client, session::mayConnect, Broker::said);
    if (!may) {
      refuse(endpoint, "it may not connect by that name");
      return;
    }
    listen(endpoint, session);
    endpoint.accept(false);
  }

  private void listen(MqttEndpoint endpoint, Session session) {
    endpoint.subscribeHandler(
        _ -> sendAway(endpoint, "it subscribes, and the twin sends devices nothing"));
    endpoint.exceptionHandler(e -> with.console().accept("a device failed: " + e.getMessage()));
    // In the order in which they came, off the thread that reads.
    endpoint.publishHandler(
        message ->
            vertx.executeBlocking(
                () -> {
                  hear(endpoint, session, message);
                  return true;
                }));
  }

  private void hear(MqttEndpoint endpoint, Session session, MqttPublishMessage message) {
    var topic = message.topicName();
    var may =
        message.qosLevel() != MqttQoS.EXACTLY_ONCE
            && message.payload().length() <= LARGEST
            && with.journal()
                .request(
                    Kind.DEVICE,
                    "publish " + topic,
                    () -> {
                      if (!session.mayPublish(topic, message.isRetain())) {
                        return false;
                      }
                      rules.apply(
                          new Sql.Message(
                              topic,
                              message.payload().getBytes(),
                              session.clientId(),
                              with.clock().millis(),
                              UUID.randomUUID().toString()));
                      return true;
                    },
                    Broker::said);
    if (!may) {
      sendAway(endpoint, "it may not publish that to " + topic);
    } else if (message.qosLevel() == MqttQoS.AT_LEAST_ONCE) {
      endpoint.publishAcknowledge(message.messageId());
    }
  }

  private void refuse(MqttEndpoint endpoint, String why) {
    tell(endpoint, why);
    endpoint.reject(MqttConnectReturnCode.CONNECTION_REFUSED_NOT_AUTHORIZED);
  }

  private void sendAway(MqttEndpoint endpoint, String why) {
    tell(endpoint, why);
    endpoint.close();
  }

  private void tell(MqttEndpoint endpoint, String why) {
    with.console()
        .accept("the device %s was sent away: %s".formatted(endpoint.clientIdentifier(), why));
  }

  private static String said(boolean allowed) {
    return allowed ? "taken" : "refused";
  }

  @Override
  public void close() {
    vertx.close().toCompletionStage().toCompletableFuture().join();
  }
}
