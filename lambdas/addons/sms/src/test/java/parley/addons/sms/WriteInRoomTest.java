package parley.addons.sms;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import parley.addons.sms.Attachments.Outcome;
import parley.kernel.Ids;
import parley.kernel.Json;
import parley.kernel.Reply;
import parley.outside.FakeClock;
import parley.outside.FakeRows;

class WriteInRoomTest {

  private static final Written SMS = new Written("SM1", "r1", "ada", "it's \"tea\"", List.of());
  private static final Written MMS =
      new Written("MM1", "r1", "ada", "", List.of(new Attachment("ME1", "image/png")));

  private final FakeClock clock = new FakeClock();
  private final FakePictures pictures = new FakePictures();
  private final List<String> asked = new ArrayList<>();
  private final List<Outgoing> out = new ArrayList<>();
  private final Album album = new Album(new FakeRows(), pictures, clock);
  private int status = 201;
  private final WriteInRoom write =
      new WriteInRoom(
          new KeepPictures((_, _) -> new Outcome.Got(FakePictures.PNG), pictures, clock),
          album,
          request -> {
            asked.add(request.body().toString().replace('"', '\''));
            return new Reply(status, Json.object().put("seq", 7));
          },
          out::add);

  @Test
  void itIsWrittenInItsSendersNameByTwiliosId() {
    write(Written.read(Json.write(SMS)));

    assertThat(asked)
        .containsExactly(
            "{'room':'r1','app':'sms','id':'SM1','user':'ada','text':'it's \\'tea\\''}");
    assertThat(out).isEmpty();
  }

  @Test
  void aPictureWithoutTextIsAMessageThatNamesIt() {
    write(MMS);

    var id = Ids.derived("sms", "MM1", "ME1");
    assertThat(asked)
        .containsExactly(
            ("{'room':'r1','app':'sms','id':'MM1','user':'ada','text':'1 picture',"
                    + "'data':{'media':[{'id':'%s','type':'image/png','bytes':12}]}}")
                .formatted(id));
    assertThat(pictures.find("r1", id)).isPresent();
  }

  @Test
  void aPictureGoesWithItsMessage() {
    write(MMS);
    album.deleted("r1", 7);

    assertThat(pictures.kept).isEmpty();
  }

  @Test
  void aPictureOfAMessageThatTheRoomRefusesIsNotKept() {
    status = 404;
    write(MMS);

    assertThat(pictures.kept).isEmpty();
  }

  @Test
  void aPictureGoesWithItsMessageAlsoWhereAFurtherTryDoesNotFindItAnyMore() {
    write(MMS);
    var further = new Album(new FakeRows(), pictures, clock);
    new WriteInRoom(
            new KeepPictures((_, _) -> new Outcome.Gone(), pictures, clock),
            further,
            _ -> Reply.created(Json.object().put("seq", 7)),
            out::add)
        .write(MMS, clock.instant());
    further.deleted("r1", 7);

    assertThat(pictures.kept).isEmpty();
  }

  @Test
  void whatWasQueuedBeforeThereWerePicturesIsWritten() {
    write(Written.read("{\"sid\":\"SM1\",\"room\":\"r1\",\"user\":\"ada\",\"text\":\"x\"}"));

    assertThat(asked).hasSize(1);
  }

  @Test
  void aBusyRoomIsTriedAgain() {
    status = 429;
    assertThatThrownBy(() -> write(SMS)).isInstanceOf(IllegalStateException.class);
  }

  @Test
  void whatTheRoomRefusesIsToldToItsSenderOnce() {
    status = 404;
    write(SMS);
    write(SMS);

    assertThat(out).hasSize(2);
    assertThat(out.get(0)).isEqualTo(out.get(1));
  }

  private void write(Written sms) {
    write.write(sms, clock.instant());
  }
}
