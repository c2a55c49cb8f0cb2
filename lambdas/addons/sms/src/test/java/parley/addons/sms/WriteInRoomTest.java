package parley.addons.sms;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import parley.kernel.Json;
import parley.kernel.Reply;

class WriteInRoomTest {

  private static final Written SMS = new Written("SM1", "r1", "ada", "it's \"tea\"");
  private final List<String> asked = new ArrayList<>();
  private final List<Outgoing> out = new ArrayList<>();
  private int status = 201;
  private final WriteInRoom write =
      new WriteInRoom(
          request -> {
            asked.add(request.body().toString().replace('"', '\''));
            return new Reply(status, Json.object());
          },
          out::add);

  @Test
  void itIsWrittenInItsSendersNameByTwiliosId() {
    write.write(Written.read(Json.write(SMS)));

    assertThat(asked)
        .containsExactly(
            "{'room':'r1','app':'sms','id':'SM1','user':'ada','text':'it's \\'tea\\''}");
    assertThat(out).isEmpty();
  }

  @Test
  void aBusyRoomIsTriedAgain() {
    status = 429;
    assertThatThrownBy(() -> write.write(SMS)).isInstanceOf(IllegalStateException.class);
  }

  @Test
  void whatTheRoomRefusesIsToldToItsSenderOnce() {
    status = 404;
    write.write(SMS);
    write.write(SMS);

    assertThat(out).hasSize(2);
    assertThat(out.get(0)).isEqualTo(out.get(1));
  }
}
