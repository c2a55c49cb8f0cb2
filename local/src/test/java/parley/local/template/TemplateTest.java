package parley.local.template;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.net.URI;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class TemplateTest {

  private static final Names NAMES =
      new Names(
          "demo",
          "eu-west-1",
          "123456789012",
          URI.create("http://localhost:4400"),
          URI.create("http://localhost:4401"),
          URI.create("http://localhost:4402"));

  private static final List<ResourceType> TYPES =
      List.of(
          new ResourceType(
              "Test::Thing",
              Set.of("Name", "Value", "Parts.Size", "Items.Kind"),
              Set.of("Tags", "Parts.Color", "Items.Note"),
              (names, id) -> "thing-" + id,
              Map.of("Arn", (names, id) -> names.arn("test", id))),
          new ResourceType(
              "Test::Alias",
              Set.of("Of", "Name"),
              Set.of(),
              (ResourceType.PropertyValue)
                  (names, id, property) -> property.apply("Of") + ":" + property.apply("Name"),
              Map.of()));

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          {"Ref": "Other"}                                        | thing-Other
          {"Ref": "Size"}                                         | 7
          {"Ref": "AWS::Region"}                                  | eu-west-1
          {"Ref": "AWS::AccountId"}                               | 123456789012
          {"Ref": "AWS::Partition"}                               | aws
          {"Ref": "AWS::URLSuffix"}                               | amazonaws.com
          {"Ref": "Alias"}                                        | thing-Other:live
          {"Fn::GetAtt": ["Other", "Arn"]}                        | arn:aws:test:eu-west-1:123456789012:Other
          {"Fn::GetAtt": "Other.Arn"}                             | arn:aws:test:eu-west-1:123456789012:Other
          {"Fn::Join": ["-", ["a", {"Ref": "Other"}]]}            | a-thing-Other
          {"Fn::Join": ["", {"Fn::Split": [",", "a,b"]}]}         | ab
          {"Fn::Sub": "${Other}/${Other.Arn}/${!Other}"}          | thing-Other/arn:aws:test:eu-west-1:123456789012:Other/${Other}
          {"Fn::Sub": ["${X}-${AWS::Region}", {"X": {"Ref": "Size"}}]} | 7-eu-west-1
          {"Fn::Select": [1, {"Fn::Split": [".", "a.b.c"]}]}      | b
          {"Fn::If": ["Here", "yes", "no"]}                       | yes
          {"Fn::If": ["Elsewhere", "yes", "no"]}                  | no
          {"Fn::If": ["Elsewhere", {"Ref": "Absent"}, "none"]}    | none
          """)
  void everyIntrinsicFunctionIsResolved(String expression, String value) {
    assertThat(resolve("{\"Name\": %s}".formatted(expression)).get("Thing").text("Name"))
        .isEqualTo(value);
  }

  @Test
  void noValueLeavesThePropertyOut() {
    var stack =
        resolve(
            "{\"Name\": {\"Ref\": \"AWS::NoValue\"}, \"Value\": [{\"Ref\": \"AWS::NoValue\"}, 1]}");

    assertThat(stack.get("Thing").properties()).hasToString("{\"Value\":[1]}");
  }

  @Test
  void aResourceWhoseConditionDoesNotHoldIsNotThere() {
    assertThat(resolve("{}").all("Test::Thing"))
        .extracting(Resource::id)
        .containsExactly("Thing", "Other");
  }

  @Test
  void anOutputWhoseConditionDoesNotHoldIsNotThere() {
    var outputs =
        """
        , "Outputs": {"A": {"Value": {"Ref": "Other"}},
          "B": {"Condition": "Elsewhere", "Value": {"Ref": "Absent"}}}""";

    assertThat(resolve("{}", "", outputs).outputs()).isEqualTo(Map.of("A", "thing-Other"));
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          https://abc123.execute-api.eu-west-1.amazonaws.com/ws/x  | http://localhost:4402/_execute-api/abc123/ws/x
          wss://abc123.execute-api.eu-west-1.amazonaws.com         | ws://localhost:4402/_execute-api/abc123
          https://d1.cloudfront.net/                               | http://localhost:4400/
          connect-src 'self' wss://d1.cloudfront.net;              | connect-src 'self' ws://localhost:4400;
          https://cognito-idp.eu-west-1.amazonaws.com/eu-west-1_x  | http://localhost:4401/eu-west-1_x
          https://a-b.auth.eu-west-1.amazoncognito.com/login       | http://localhost:4401/login
          https://chat.example.com/a                               | http://localhost:4400/a
          https://d1.cloudfront.net.example.com                    | https://d1.cloudfront.net.example.com
          abc123.execute-api.eu-west-1.amazonaws.com               | abc123.execute-api.eu-west-1.amazonaws.com
          """)
  void publicAddressesBecomeTheTwins(String address, String rewritten) {
    assertThat(new Addresses(NAMES, Set.of("chat.example.com")).rewrite(address))
        .isEqualTo(rewritten);
  }

  @Test
  void whatIsNotImplementedIsRefusedInOneList() {
    var refusal =
        catchThrowableOfType(
            Unacceptable.class,
            () ->
                resolve(
                    """
                    {"Name": {"Fn::ImportValue": "x"}, "Value": {"Fn::GetAtt": ["Other", "Color"]},
                     "Parts": [{"Size": 1, "Weight": 2}], "Items": {"Kind": "a", "Shape": 1}, "Extra": true},
                    "CreationPolicy": {}
                    """,
                    ", \"Strange\": {\"Type\": \"Test::Strange\"}",
                    ", \"Transform\": \"x\""));

    assertThat(
            refusal.problems().stream()
                .map(p -> p.id() + " " + p.where())
                .collect(Collectors.toSet()))
        .containsExactlyInAnyOrder(
            " Transform",
            "Thing CreationPolicy",
            "Thing Name",
            "Thing Value",
            "Thing Parts.Weight",
            "Thing Items.Shape",
            "Thing Extra",
            "Strange ");
    assertThat(refusal.getMessage())
        .startsWith("the twin does not implement all of this stack:\n")
        .contains(
            "Thing (Test::Thing) Parts.Weight: this property is not implemented: implement it, or name it inert where it has no effect on one machine\n",
            "Thing (Test::Thing) Name: Fn::ImportValue is not implemented: Ref, Fn::GetAtt,",
            "Strange (Test::Strange): this resource type is not implemented: write a part for it, or leave the resource out of this instance");
  }

  @Test
  void aReferenceToAnUnknownTypeIsNotASecondProblem() {
    var refusal =
        catchThrowableOfType(
            Unacceptable.class,
            () ->
                resolve(
                    "{\"Name\": {\"Ref\": \"Strange\"}}",
                    ", \"Strange\": {\"Type\": \"Test::Strange\"}",
                    ""));

    assertThat(refusal.problems()).extracting(Problem::id).containsExactly("Strange");
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          {"Ref": "Nobody"}                 | neither a resource nor a parameter
          {"Ref": "NoDefault"}              | has no default
          {"Ref": "FromSsm"}                | read from SSM
          {"Fn::FindInMap": ["a","b","c"]}  | Fn::FindInMap is not implemented
          {"Fn::If": ["Nobody", 1, 2]}      | there is no condition Nobody
          {"Fn::Select": [2, ["a"]]}        | Fn::Select of 2 in a list of 1
          {"Fn::Join": ["", "a"]}           | a list is wanted
          {"Ref": "Absent"}                 | refers to Absent, which is not there since the condition Elsewhere does not hold
          {"Fn::GetAtt": ["Absent", "Arn"]} | refer to it in an Fn::If of that condition
          {"Fn::Sub": "${Absent.Arn}"}      | refers to Absent, which is not there
          {"Fn::Sub": "${Nobody.Arn}"}      | neither a resource nor a parameter
          """)
  void whatCannotBeResolvedIsSaid(String expression, String message) {
    var refusal =
        catchThrowableOfType(
            Unacceptable.class, () -> resolve("{\"Name\": %s}".formatted(expression)));

    assertThat(refusal.problems()).singleElement().asString().contains(message);
  }

  @Test
  void whatIsWithoutEffectIsListedByType() {
    var stack =
        resolve("{\"Tags\": [{\"Key\": \"a\"}], \"Parts\": {\"Size\": 1, \"Color\": \"red\"}}");

    assertThat(stack.inert()).isEqualTo(Map.of("Test::Thing", Set.of("Tags", "Parts.Color")));
  }

  private static ResolvedStack resolve(String properties) {
    return resolve(properties, "", "");
  }

  private static ResolvedStack resolve(String properties, String resources, String sections) {
    var template =
        """
        {"Parameters": {"Size": {"Type": "Number", "Default": 7}, "NoDefault": {"Type": "String"},
          "FromSsm": {"Type": "AWS::SSM::Parameter::Value<String>", "Default": "/a"}},
         "Conditions": {"Here": {"Fn::Equals": [{"Ref": "AWS::Region"}, "eu-west-1"]},
          "Elsewhere": {"Fn::Not": [{"Condition": "Here"}]}},
         "Resources": {
          "Thing": {"Type": "Test::Thing", "Properties": %s},
          "Other": {"Type": "Test::Thing", "Properties": {}},
          "Absent": {"Type": "Test::Thing", "Condition": "Elsewhere"},
          "Alias": {"Type": "Test::Alias", "Properties": {"Of": {"Ref": "Other"}, "Name": "live"}} %s} %s}
        """
            .formatted(properties, resources, sections);
    try {
      return Template.resolve(new ObjectMapper().readTree(template), NAMES, TYPES);
    } catch (IOException e) {
      throw new IllegalArgumentException(template, e);
    }
  }
}
