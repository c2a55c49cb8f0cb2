package parley.addons.sms;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.Test;
import parley.outside.FakeClock;
import parley.outside.FakeRows;

/** A message's pictures go with it, in whichever order, and however often, that is heard. */
class AlbumTest {

  private final FakeClock clock = new FakeClock();
  private final FakePictures pictures = new FakePictures();
  private final FakeRows rows = new FakeRows();
  private final Album album = new Album(rows, pictures, clock);

  @Test
  void aMessagesPicturesGoWithItAndNoOthers() {
    put("r1", "a", "b", "c");
    put("r2", "a");
    album.stands("r1", 7, List.of("a", "b"));
    album.stands("r1", 8, List.of("c"));
    album.stands("r2", 7, List.of("a"));

    album.deleted("r1", 7);
    album.deleted("r1", 7);

    assertThat(pictures.kept.keySet()).containsExactlyInAnyOrder("r1/c", "r2/a");
  }

  @Test
  void whatIsHeardToBeDeletedFirstIsNotKept() {
    album.deleted("r1", 7);
    put("r1", "a");
    album.stands("r1", 7, List.of("a"));

    assertThat(pictures.kept).isEmpty();
  }

  @Test
  void aFurtherTryToWriteADeletedMessagePutsNothingBack() {
    put("r1", "a");
    album.stands("r1", 7, List.of("a"));
    album.deleted("r1", 7);
    clock.pass(Duration.ofDays(29));
    put("r1", "a");
    album.stands("r1", 7, List.of("a"));

    assertThat(pictures.kept).isEmpty();
  }

  @Test
  void aDeletionThatWasBrokenOffIsDoneByTheNextTry() {
    put("r1", "a", "b");
    album.stands("r1", 7, List.of("a", "b"));
    pictures.broken = true;
    assertThatThrownBy(() -> album.deleted("r1", 7)).hasMessage("the bucket is away");
    pictures.broken = false;
    album.deleted("r1", 7);

    assertThat(pictures.kept).isEmpty();
  }

  @Test
  void aFurtherTryToWriteAMessageThatStandsKeepsItsPictures() {
    put("r1", "a");
    album.stands("r1", 7, List.of("a"));
    album.stands("r1", 7, List.of("a"));

    assertThat(pictures.kept).containsOnlyKeys("r1/a");
  }

  @Test
  void thatAMessageWasDeletedIsKnownForThirtyDays() {
    album.deleted("r1", 7);

    assertThat(rows.read("message#r1#7", "pictures").expires())
        .isEqualTo(clock.instant().plus(Duration.ofDays(30)));
  }

  private void put(String room, String... ids) {
    for (var id : ids) {
      pictures.put(room, id, new Picture("image/png", FakePictures.PNG));
    }
  }
}
