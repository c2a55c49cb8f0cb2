package parley.identity;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class FindPeopleTest {

  private final IdentityFixture identity = new IdentityFixture();

  @Test
  void peopleAreFoundByTheBeginningOfAnyWord() {
    identity.signIn("u1", "Ada King Lovelace");
    for (var query : new String[] {"a", "ADA k", "king", "king love", "lovelace", " Ada\t"}) {
      assertThat(identity.found(query)).as(query).containsExactly("u1");
    }
    for (var query : new String[] {"da", "ace", "ada lovelace", "adam"}) {
      assertThat(identity.found(query)).as(query).isEmpty();
    }
  }

  @Test
  void itDoesNotMatterHowLettersWereTyped() {
    identity.signIn("u1", "José Ångström");
    assertThat(identity.found("JOSE\u0301")).containsExactly("u1");
    assertThat(identity.found("a\u030angs")).containsExactly("u1");
    assertThat(identity.found("ｊｏｓé")).containsExactly("u1");
  }

  @Test
  void aHyphenBeginsAWordAndAnAccentDoesNot() {
    identity.signIn("u1", "Jean-Luc O'Brien");
    assertThat(identity.found("luc")).containsExactly("u1");
    assertThat(identity.found("brien")).containsExactly("u1");
    identity.signIn("u2", "x\u0323\u0307yz");
    assertThat(identity.found("yz")).isEmpty();
  }

  @Test
  void somebodyWithTheSameWordTwiceIsFoundOnce() {
    identity.signIn("u1", "Ann Ann Anna");
    assertThat(identity.found("ann")).containsExactly("u1");
  }

  @Test
  void atMostTwentyAreFound() {
    for (var i = 10; i < 40; i++) {
      identity.signIn("u" + i, "Ada " + i);
    }
    assertThat(identity.found("ada 1")).hasSize(10);
    assertThat(identity.found("ada")).hasSize(20);
  }

  @Test
  void rowsLeftOverFromAFormerNameFindNobody() {
    identity.signIn("u1", "Ada");
    identity.names.add("u1", Set.of("eve"));
    identity.names.add("nobody", Set.of("eve"));
    assertThat(identity.found("eve")).isEmpty();
  }

  @Test
  void aQueryThatLooksLikeARowsEndFindsNobody() {
    identity.signIn("u1", "Ada");
    assertThat(identity.found("ada#u1")).isEmpty();
    assertThat(identity.found("#")).isEmpty();
  }

  @Test
  void aNameThatGrowsWhenNormalisedIsStillFound() {
    identity.signIn("u1", "ﷺ".repeat(80));
    assertThat(identity.found("ﷺ")).containsExactly("u1");
    assertThat(identity.names.rows()).allMatch(row -> row.length() < 200);
  }

  @ParameterizedTest
  @ValueSource(strings = {"{}", "{'query':''}", "{'query':'   '}", "{'query':['a']}"})
  void anEmptyQueryIsRefused(String params) {
    var reply = IdentityFixture.ask(identity.find, "u1", params, "{}");
    assertThat(IdentityFixture.refused(reply)).containsExactly("query");
  }

  @Test
  void aQueryOfMoreThanEightyCharactersIsRefused() {
    var reply =
        IdentityFixture.ask(identity.find, "u1", "{'query':'" + "a".repeat(81) + "'}", "{}");
    assertThat(IdentityFixture.refused(reply)).containsExactly("query");
  }
}
