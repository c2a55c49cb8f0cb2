package parley.identity;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/** What every store of profiles does. */
public abstract class ProfilesContract {

  private static final Profile ADA = new Profile("u1", "Ada", Color.TEAL);

  /** An empty store. */
  abstract Profiles profiles();

  @Test
  void aProfileIsFoundAsItWasMade() {
    var profiles = profiles();
    assertThat(profiles.create(ADA)).isEqualTo(ADA);
    assertThat(profiles.find("u1")).contains(ADA);
    assertThat(profiles.find("u2")).isEmpty();
  }

  @Test
  void theFirstProfileOfAUserStays() {
    var profiles = profiles();
    profiles.create(ADA);
    assertThat(profiles.create(new Profile("u1", "Eve", Color.RED))).isEqualTo(ADA);
    assertThat(profiles.find("u1")).contains(ADA);
  }

  @Test
  void onlyWhatIsGivenChanges() {
    var profiles = profiles();
    profiles.create(ADA);
    assertThat(profiles.change("u1", Optional.of("Eve"), Optional.empty()))
        .isEqualTo(new Profile("u1", "Eve", Color.TEAL));
    assertThat(profiles.change("u1", Optional.empty(), Optional.of(Color.PINK)))
        .isEqualTo(new Profile("u1", "Eve", Color.PINK));
    assertThat(profiles.change("u1", Optional.of("Ada"), Optional.of(Color.TEAL))).isEqualTo(ADA);
    assertThat(profiles.find("u1")).contains(ADA);
  }

  @Test
  void aProfileThatIsNotThereDoesNotChange() {
    var profiles = profiles();
    assertThatThrownBy(() -> profiles.change("u1", Optional.of("Eve"), Optional.empty()))
        .isInstanceOf(RuntimeException.class);
    assertThat(profiles.find("u1")).isEmpty();
  }

  @Test
  void aHundredAreReadAtOnceAndNoneIsReadToo() {
    var profiles = profiles();
    var users = new ArrayList<>(IntStream.range(0, 100).mapToObj(i -> "u" + i).toList());
    users.stream().skip(1).forEach(u -> profiles.create(new Profile(u, "Ada", Color.RED)));
    assertThat(profiles.find(users)).extracting(Profile::user).hasSize(99).doesNotContain("u0");
    assertThat(profiles.find(List.of())).isEmpty();
  }
}
