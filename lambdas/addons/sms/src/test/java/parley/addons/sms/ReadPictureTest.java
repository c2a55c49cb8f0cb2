package parley.addons.sms;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import parley.kernel.Json;
import parley.kernel.Reply;

class ReadPictureTest {

  private final FakePictures pictures = new FakePictures();
  private final ReadPicture read =
      new ReadPicture(
          request -> {
            var found = Json.object();
            var rooms = found.putArray("rooms");
            if (request.body().path("user").asText().equals("ada")) {
              rooms.addAll(request.body().withArray("rooms"));
            }
            return Reply.ok(found);
          },
          pictures);

  {
    pictures.put("r1", "m1", new Picture("image/png", FakePictures.PNG));
  }

  @Test
  void aMemberIsShownIt() {
    var reply = Phone.ask(read, "ada", "{'room': 'r1', 'media': 'm1'}");

    assertThat(Json.write(reply.body()))
        .isEqualTo("{\"type\":\"image/png\",\"data\":\"iVBORw0KGgoAAAAN\"}");
  }

  @Test
  void whatIsNotTheRoomsAndWhatIsNotOnesOwnGiveOneAnswer() {
    pictures.put("r2", "m2", new Picture("image/png", FakePictures.PNG));

    var unknown = Phone.ask(read, "ada", "{'room': 'r1', 'media': 'm2'}");
    assertThat(unknown.status()).isEqualTo(404);
    assertThat(Phone.ask(read, "eve", "{'room': 'r1', 'media': 'm1'}")).isEqualTo(unknown);
  }

  @Test
  void anIdThatIsNoneIsRefused() {
    var reply = Phone.ask(read, "ada", "{'room': 'r1', 'media': '../r2/m2'}");

    assertThat(Phone.code(reply)).isEqualTo("invalid-input");
  }
}
