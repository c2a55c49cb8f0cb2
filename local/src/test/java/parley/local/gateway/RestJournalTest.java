package parley.local.gateway;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import parley.local.journal.Request;
import parley.local.journal.Request.Outcome;
import parley.local.journal.Step;

/** What a person can see afterwards of a request to a REST API. */
class RestJournalTest extends RestCase {

  @Test
  void whatTheTemplatesMadeOfBodyAndAnswerIsSeen() {
    functions.with("create", event -> "{\"status\": 200, \"body\": {\"id\": 1}}");

    post("good", "application/json", "{\"name\": \"a\"}");

    assertThat(last().route()).isEqualTo("POST /rooms");
    assertThat(last().status()).isEqualTo("200");
    assertThat(passed("body")).containsExactly("{\"name\": \"a\"}");
    assertThat(passed("mapped request"))
        .containsExactly("{\"user\": \"s-1\", \"body\": {\"name\":\"a\"}}");
    assertThat(passed("mapped answer")).containsExactly("{\"id\":1}");
    assertThat(passed("authorizer").getFirst()).contains("\"sub\":\"s-1\"");
  }

  @Test
  void theTokenIsNotKept() {
    functions.with("create", event -> "{\"status\": 200}");

    post("good", "application/json", "{\"name\": \"a\"}");

    assertThat(steps(Step.Passed.class).map(step -> step.text().start()))
        .noneMatch(text -> text.contains("good"));
  }

  @Test
  void eachRefusalSaysWhichItIsAndWhy() {
    post("bad", "application/json", "{\"name\": \"a\"}");
    assertRefused("UNAUTHORIZED", "Unauthorized");

    post("good", "application/json", "{}");
    assertRefused("BAD_REQUEST_BODY", "name");

    post("good", "text/plain", "hello");
    assertRefused("UNSUPPORTED_MEDIA_TYPE", "Unsupported Media Type");
    assertThat(passed("content type")).containsExactly("text/plain");

    get("/api/rooms");
    assertRefused("BAD_REQUEST_PARAMETERS", "[q]");
  }

  private void assertRefused(String code, String why) {
    assertThat(last().outcome()).isEqualTo(Outcome.REFUSED);
    assertThat(last().problem()).contains(why);
    assertThat(steps(Step.Refused.class).map(Step.Refused::code)).containsExactly(code);
  }

  private List<String> passed(String what) {
    return steps(Step.Passed.class)
        .filter(step -> step.what().equals(what))
        .map(step -> step.text().start())
        .toList();
  }

  private <T extends Step> Stream<T> steps(Class<T> type) {
    return last().trail().steps().stream().filter(type::isInstance).map(type::cast);
  }

  private Request last() {
    return journal.newest().getFirst();
  }
}
