package parley.local.mapping;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

final class MappingTemplateTest {

  private static final ObjectMapper JSON = new ObjectMapper();

  private static final String BODY =
      """
      {"text": "hi", "n": 7, "on": true, "none": null, "list": ["a", 1], "deep": {"x": "y"}}""";

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "$input.json('$.text')            | \"hi\"",
        "$input.json('$.n')               | 7",
        "$input.json('$.on')              | true",
        "$input.json('$.missing')         | \"\"",
        "$input.json('$.list')            | [\"a\",1]",
        "$input.json('$.deep')            | {\"x\":\"y\"}",
        "$input.path('$.text')            | hi",
        "$input.path('$').text            | hi",
        "$input.path('$.list')[1]         | 1",
        "$input.path('$.list').size()     | 2",
        "$input.path('$.list')            | [\"a\",1]",
        "$input.path('$.deep')            | {x=y}",
        "[$input.path('$.missing')]       | []",
        "[$input.path('$.none')]          | []",
        "[$nothing.at.all]                | []",
        "[$input.params('room')]          | [r1]",
        "[$input.params('q')]             | [x]",
        "[$input.params('accept')]        | [text/html]",
        "[$input.params('absent')]        | []",
        "$input.params().path.room        | r1",
        "$util.escapeJavaScript($input.path('$.n')) | 7",
        "$util.urlEncode('a b')           | a+b",
        "$util.urlDecode('a+b')           | a b",
        "$util.base64Encode('hi')         | aGk=",
        "$util.base64Decode('aGk=')       | hi",
        "$util.parseJson($input.json('$.deep')).x | y",
        "$context.authorizer.claims['cognito:username'] | ada",
        "$context.authorizer.claims.sub   | s-1",
        "$stageVariables.color            | blue",
        "#foreach($x in $input.path('$.list'))$x#if($foreach.hasNext),#end#end | a,1",
        "#if($input.path('$.text') == 'hi')yes#{else}no#end | yes",
        "#if($input.params('absent') == '')empty#end | empty"
      })
  void aTemplateRendersAsOnAws(String template, String rendered) {
    assertThat(render(template, BODY)).isEqualTo(rendered);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "$context.authorizer.claims.sub",
        "#set($x = 1)#if(true)in#end",
        "\"}, \"caller\": {\"user\": \"root\"}",
        "it's",
        "a\\b\"c'd/e\n\r\t\b\f\u0000\u2028\ud83d\udc4d",
        "${input.body}"
      })
  void whatACallerSendsIsDataAndNeverEvaluated(String hostile) throws Exception {
    var body = JSON.writeValueAsString(Map.of("text", hostile));

    var quoted =
        render(
            "{\"text\": \"$util.escapeJavaScript($input.path('$.text')).replaceAll(\"\\\\'\","
                + " \"'\")\"}",
            body);
    var whole = render("{\"body\": $input.json('$')}", body);

    assertThat(JSON.readTree(quoted).path("text").asText()).isEqualTo(hostile);
    assertThat(JSON.readTree(whole).path("body").path("text").asText()).isEqualTo(hostile);
  }

  @Test
  void aSingleQuoteIsEscapedAsAwsDocumentsIt() {
    assertThat(render("$util.escapeJavaScript($input.path('$.t'))", "{\"t\": \"it's\"}"))
        .isEqualTo("it\\'s");
  }

  @Test
  void noCharacterOfAStringIsLeftOut() throws Exception {
    var body = "{\"t\": \"\\n\u007f\u0085\u2028\"}";
    assertThat(JSON.readTree(render("$input.json('$')", body))).isEqualTo(JSON.readTree(body));
  }

  @Test
  void halfOfASurrogatePairIsPassedOnAsAnEscape() {
    assertThat(render("$input.json('$')", "{\"t\": \"\\ud83d👍\\udc4d\"}"))
        .isEqualTo("{\"t\":\"\\ud83d👍\\udc4d\"}");
  }

  @Test
  void anEmptyBodyIsAnEmptyObject() {
    assertThat(render("$input.json('$')|$input.body|$input.path('$.x')", "")).isEqualTo("{}||");
  }

  @Test
  void aBodyThatIsNotJsonHasNoPathsAndSaysSo() {
    var input = Input.of("not json");

    var rendered =
        MappingTemplate.parse("t", "[$input.path('$.x')]").render(input, Map.of(), Map.of());

    assertThat(rendered).isEqualTo("[]");
    assertThat(input.unreadable()).get().asString().contains("Unrecognized token 'not'");
  }

  @Test
  void aBodyThatIsNestedTooDeepIsNoJson() throws IOException {
    for (var form : List.of("[", "{\"a\":")) {
      var good = nested(form, Input.MOST_NESTED);
      assertThat(Input.of(good).json("$")).isEqualTo(good);

      var input = Input.of(nested(form, Input.MOST_NESTED + 1));
      assertThat(input.json("$")).isEqualTo("\"\"");
      assertThat(input.unreadable()).isPresent();
    }
  }

  private static String nested(String form, int depth) {
    return form.equals("[")
        ? "[".repeat(depth) + "]".repeat(depth)
        : form.repeat(depth) + "1" + "}".repeat(depth);
  }

  @Test
  void aBodyThatNobodyAskedForIsNotRead() {
    var input = Input.of("not json");

    MappingTemplate.parse("t", "$input.body").render(input, Map.of(), Map.of());

    assertThat(input.unreadable()).isEmpty();
  }

  @Test
  void aTemplateWritesTheResponsesOverride() {
    var override = new HashMap<String, Object>();
    override.put("header", new HashMap<String, Object>());

    MappingTemplate.parse(
            "t",
            """
            #set($context.responseOverride.status = $input.path('$.status'))
            #set($context.responseOverride.header.Location = "/x")""")
        .render(Input.of("{\"status\": 403}"), Map.of("responseOverride", override), Map.of());

    assertThat(override)
        .containsEntry("status", 403)
        .containsEntry("header", Map.of("Location", "/x"));
  }

  @Test
  void aTemplateThatDoesNotParseIsRefusedWithItsName() {
    assertThatThrownBy(() -> MappingTemplate.parse("PostRoom", "#if($x"))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContaining("PostRoom");
  }

  private static String render(String template, String body) {
    var claims = Map.of("sub", "s-1", "cognito:username", "ada");
    return MappingTemplate.parse("t", template)
        .render(
            new Input(body, Map.of("room", "r1"), Map.of("q", "x"), Map.of("Accept", "text/html")),
            Map.of("authorizer", Map.of("claims", claims)),
            Map.of("color", "blue"));
  }
}
