package parley.infra;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class ApprovedTest {

  enum Size {
    SMALLEST,
    LARGEST;

    Synthesized stack() {
      return this == SMALLEST ? Synthesized.DEMO : Synthesized.FULL;
    }

    String file(String of) {
      return "%s-%s.txt".formatted(name().toLowerCase(java.util.Locale.ROOT), of);
    }
  }

  @ParameterizedTest
  @EnumSource
  void whoMayDoWhatIsAsApproved(Size size) {
    Approved.isStill(size.file("permissions"), brief(Digest.permissions(size.stack())));
  }

  @ParameterizedTest
  @EnumSource
  void whichRequestGoesWhereIsAsApproved(Size size) {
    Approved.isStill(size.file("routes"), brief(Digest.routes(size.stack())));
  }

  @ParameterizedTest
  @EnumSource
  void whatThereIsAndWhatStaysIsAsApproved(Size size) {
    Approved.isStill(size.file("resources"), brief(Digest.resources(size.stack())));
  }

  /** What is longer than this, nobody reads. */
  private static String brief(String digest) {
    assertThat(digest.lines().count()).isLessThan(200);
    return digest;
  }
}
