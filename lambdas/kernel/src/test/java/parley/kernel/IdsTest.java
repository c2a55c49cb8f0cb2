package parley.kernel;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

final class IdsTest {

  @Test
  void randomIdsAreWellFormedAndDiffer() {
    var ids = Stream.generate(Ids.random()::next).limit(1_000).toList();
    assertThat(ids).doesNotHaveDuplicates().allMatch(id -> id.matches("[A-Za-z0-9_-]{22}"));
  }

  @Test
  void derivedIdsAreTheSameForTheSameParts() {
    assertThat(Ids.derived("room", "ada", "c1"))
        .isEqualTo(Ids.derived("room", "ada", "c1"))
        .matches("[A-Za-z0-9_-]{22}");
  }

  @Test
  void derivedIdsTellPartsApart() {
    assertThat(
            Stream.of(
                Ids.derived("ab", "c"),
                Ids.derived("a", "bc"),
                Ids.derived("abc"),
                Ids.derived("abc", ""),
                Ids.derived("c", "ab"),
                Ids.derived("a2:bc")))
        .doesNotHaveDuplicates();
  }
}
