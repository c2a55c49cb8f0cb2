package parley.infra;

import static org.assertj.core.api.Assertions.assertThat;

import java.lang.reflect.RecordComponent;
import java.util.Arrays;
import java.util.List;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import parley.infra.addons.AddOns;

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
    Approved.isStill(size.file("permissions"), brief(permissions(size, false)));
  }

  @Test
  void whatAddOnsMayDoIsAsApproved() {
    assertThat(permissions(Size.SMALLEST, true)).isEmpty();
    Approved.isStill("addons-permissions.txt", brief(permissions(Size.LARGEST, true)));
  }

  private static String permissions(Size size, boolean ofAddOns) {
    var addOns =
        Arrays.stream(AddOns.class.getRecordComponents())
            .map(RecordComponent::getName)
            .collect(Collectors.joining("|", "(?i)(", ").*"));
    return Digest.permissions(size.stack())
        .lines()
        .filter(line -> line.matches(addOns) == ofAddOns)
        .map(line -> line + "\n")
        .collect(Collectors.joining());
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

  @ParameterizedTest
  @EnumSource
  void whoFromOutsideReachesSomethingIsAsApproved(Size size) {
    Approved.isStill(size.file("exposure"), brief(Exposure.of(size.stack())));
  }

  @ParameterizedTest
  @EnumSource
  void whatHoldsDataAndForHowLongIsAsApproved(Size size) {
    Approved.isStill(size.file("data"), brief(Holdings.of(size.stack())));
  }

  @Test
  void newCodeInAFunctionChangesNoDigest() {
    var changed = Synthesized.of(Synthesized.SMALLEST, "changed");
    assertThat(changed.template()).isNotEqualTo(Synthesized.DEMO.template());
    for (var digest :
        List.<Function<Synthesized, String>>of(
            Digest::permissions, Digest::routes, Digest::resources, Exposure::of, Holdings::of)) {
      assertThat(digest.apply(changed)).isEqualTo(digest.apply(Synthesized.DEMO));
    }
  }

  /** What is longer than this, nobody reads. */
  private static String brief(String digest) {
    assertThat(digest.lines().count()).isLessThan(200);
    return digest;
  }
}
