package parley.addons.sms;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.List;
import java.util.function.Consumer;
import parley.kernel.Aws;
import parley.kernel.Json;
import parley.kernel.Priming;
import parley.kernel.Request;
import parley.outside.Batch;
import parley.outside.Rows;

/** Puts the functions together that work through queues. */
final class WorkWiring {

  private final PartsWiring parts = new PartsWiring();

  Batch writeInRoom() {
    Consumer<Outgoing> queue = parts.queue(SmsWiring.OUT_QUEUE)::put;
    var peer = parts.peer(SmsWiring.POST_MESSAGE_FUNCTION);
    var keys = parts.keys();
    var rows = parts.rows();
    var pictures = parts.pictures();
    var keep = new KeepPictures(parts.attachments(keys), pictures, parts.clock());
    var write = new WriteInRoom(keep, album(rows, pictures), peer, queue);
    Priming.with(
        () -> {
          PartsWiring.rehearse(rows);
          rows.rehearseWrite();
          peer.ask(Request.inside(Priming.NOBODY, Json.object()));
          keys.account();
        },
        Aws::disconnect);
    return batch((body, end) -> write.write(Written.read(body), end));
  }

  Batch notifying() {
    var follows = new Follows(parts.rows());
    var names = parts.names();
    Consumer<Outgoing> queue = parts.queue(SmsWiring.OUT_QUEUE)::put;
    var notify = new Notify(follows, names, queue);
    Priming.with(
        () -> {
          follows.of(Priming.NOBODY);
          names.of(List.of(Priming.NOBODY));
        },
        Aws::disconnect);
    return batch((body, _) -> notify.hear(Json.read(body).path("detail")));
  }

  Batch forgetPictures() {
    var rows = parts.rows();
    var album = album(rows, parts.pictures());
    Priming.with(
        () -> {
          PartsWiring.rehearse(rows);
          rows.rehearseWrite();
        },
        Aws::disconnect);
    return batch((body, _) -> forget(album, Json.read(body).path("detail")));
  }

  Batch send() {
    var rows = parts.rows();
    var keys = parts.keys();
    var company = parts.company();
    var send =
        new Send(
            new People(rows),
            company,
            new Limits(rows, parts.clock()),
            new Sendings(rows, parts.clock()),
            parts.twilio(keys),
            parts.clock(),
            parts.cap(),
            parts.site() + "/api" + TakeStatus.PATH,
            parts::count);
    Priming.with(
        () -> {
          keys.account();
          PartsWiring.rehearse(rows);
          rows.rehearseWrite();
          company.rooms(Priming.NOBODY);
        },
        Aws::disconnect);
    return batch((body, _) -> send.send(Outgoing.read(body)));
  }

  private static void forget(Album album, JsonNode deletion) {
    album.deleted(deletion.path("room").asText(), deletion.path("target").asLong());
  }

  private Album album(Rows rows, Pictures pictures) {
    return new Album(rows, pictures, parts.clock());
  }

  private Batch batch(Batch.Work work) {
    return new Batch(parts.clock(), work);
  }
}
