package parley.tests.faults;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicLong;
import parley.tests.history.Body;
import parley.tests.history.Entry;
import parley.tests.history.Event;

/**
 * Carries what a device's person says to the log, each as often as it takes, as the web client
 * does.
 */
final class Outbox {

  /** A retry is known again by the service among so many entries, and {@code sync-first} beyond. */
  private static final int FARTHEST_BEHIND = 1_000;

  private final Device device;
  private final AtomicLong retries = new AtomicLong();

  Outbox(Device device) {
    this.device = device;
  }

  /** How often something was sent once more. */
  long retries() {
    return retries.get();
  }

  /** Returns when it is acknowledged, with its seq; empty where it was refused for good. */
  Optional<Long> carry(String room, Body body) throws InterruptedException {
    var clientId = UUID.randomUUID().toString();
    var after = device.reader().last(room);
    device.history().note(new Event.Sent(device.client(), room, clientId, after, body));
    var backoff = new Backoff();
    while (true) {
      try {
        var reply = device.line().ask(action(body), frame(room, clientId, after, body));
        if (reply.path("status").asInt() < 300) {
          return Optional.of(acked(room, clientId, reply.path("body")));
        }
        var code = reply.at("/body/code").asText();
        if (code.equals("sync-first")) {
          device.healer().heal(List.of(room));
          var stands = standing(room, clientId);
          if (stands.isPresent()) {
            return stands;
          }
          after = device.reader().last(room);
        } else if (reply.path("status").asInt() < 429) {
          device.history().note(new Event.Refused(device.client(), room, clientId, code));
          return Optional.empty();
        }
      } catch (NoReply e) {
        // Whether it was stored is not known: so the same goes again.
      }
      retries.incrementAndGet();
      backoff.pause();
    }
  }

  /**
   * Where it stands, if an attempt before had come so far; what follows need not be searched then.
   */
  private Optional<Long> standing(String room, String clientId) {
    return device.reader().latest(room, FARTHEST_BEHIND).stream()
        .filter(entry -> entry.clientId().equals(clientId))
        .filter(entry -> entry.sender().equals(device.client().user()))
        .map(Entry::seq)
        .findFirst();
  }

  private long acked(String room, String clientId, JsonNode ack) {
    var seq = ack.required("seq").asLong();
    device
        .history()
        .note(
            new Event.Acked(
                device.client(), room, clientId, seq, ack.required("messages").asLong()));
    return seq;
  }

  private static String action(Body body) {
    return switch (body) {
      case Body.Message _ -> "send";
      case Body.Edit _ -> "edit";
      case Body.Deletion _ -> "delete";
      case Body.Reaction _ -> "react";
      case Body.Membership _ -> throw new IllegalArgumentException("no frame is for " + body);
    };
  }

  private static Map<String, Object> frame(String room, String clientId, long after, Body body) {
    var frame = new HashMap<String, Object>();
    frame.put("room", room);
    frame.put("clientId", clientId);
    frame.put("after", after);
    switch (body) {
      case Body.Message message -> frame.put("text", message.text());
      case Body.Edit edit -> {
        frame.put("seq", edit.target());
        frame.put("text", edit.text());
      }
      case Body.Deletion deletion -> frame.put("seq", deletion.target());
      case Body.Reaction reaction -> {
        frame.put("seq", reaction.target());
        frame.put("emoji", reaction.emoji());
        frame.put("on", reaction.on());
      }
      case Body.Membership _ -> throw new IllegalArgumentException("no frame is for " + body);
    }
    return frame;
  }
}
