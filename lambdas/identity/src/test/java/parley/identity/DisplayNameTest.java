package parley.identity;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class DisplayNameTest {

  @Test
  void whiteSpaceIsTidied() {
    assertThat(DisplayName.tidy("\u00a0 Ada\n\u3000 Lovelace\t")).contains("Ada Lovelace");
  }

  @Test
  void nothingTurnsTheDirectionOfTheTextAround() {
    assertThat(DisplayName.tidy("\u202eadA\u2069")).contains("adA");
  }

  @Test
  void whatCannotBeSeenIsNoName() {
    assertThat(DisplayName.tidy("\u200b\u2060 \u202e")).isEmpty();
  }

  @Test
  void emojiThatAreJoinedStayJoined() {
    assertThat(DisplayName.tidy("👩‍👩‍👧")).contains("👩‍👩‍👧");
  }

  @Test
  void aNameFromOutsideIsMadeToFit() {
    assertThat(DisplayName.orSomebody("")).isEqualTo("Somebody");
    assertThat(DisplayName.orSomebody("\u200b")).isEqualTo("Somebody");
    assertThat(DisplayName.orSomebody("A\ud800da\u0007!")).isEqualTo("Ada !");
    assertThat(DisplayName.orSomebody("👋".repeat(90))).isEqualTo("👋".repeat(80));
    assertThat(DisplayName.orSomebody("a".repeat(79) + " b")).isEqualTo("a".repeat(79));
  }
}
