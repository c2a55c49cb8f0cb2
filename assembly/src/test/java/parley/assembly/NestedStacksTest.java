package parley.assembly;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class NestedStacksTest {

  private static final ObjectMapper JSON = new ObjectMapper();

  @TempDir private Path folder;

  @Test
  void aTemplateWithoutNestedStacksIsLeftAsItIs() throws IOException {
    var template = json("{'Resources': {'Table': {'Type': 'T', 'DependsOn': ['Other']}}}");

    assertThat(NestedStacks.unfolded(template, folder)).isEqualTo(template);
  }

  @Test
  void parametersAndOutputsAreWrittenWhereTheyAreUsed() throws IOException {
    nested(
        "aaaaaaaa",
        """
        {'Parameters': {'table': {'Type': 'String'}},
         'Resources': {'Inner': {'Type': 'F', 'Properties': {'Table': {'Ref': 'table'},
           'Region': {'Ref': 'AWS::Region'}, 'Own': [{'Fn::GetAtt': ['Inner', 'Arn']}]}}},
         'Outputs': {'Name': {'Value': {'Ref': 'Inner'}}}}""");
    var template =
        json(
            """
            {'Resources': {
               'Table': {'Type': 'T', 'Properties': {'Told': {'Fn::GetAtt': ['Add', 'Outputs.Name']}}},
               'Add': {'Type': 'AWS::CloudFormation::Stack', 'Properties': {'TemplateURL': 'https://bucket/aaaaaaaa.json', 'Parameters': {'table': {'Ref': 'Table'}}}}},
             'Outputs': {'Inner': {'Value': {'Fn::GetAtt': ['Add', 'Outputs.Name']}}}}""");

    assertThat(NestedStacks.unfolded(template, folder))
        .isEqualTo(
            json(
                """
                {'Resources': {
                   'Table': {'Type': 'T', 'Properties': {'Told': {'Ref': 'Inner'}}},
                   'Inner': {'Type': 'F', 'Properties': {'Table': {'Ref': 'Table'},
                     'Region': {'Ref': 'AWS::Region'}, 'Own': [{'Fn::GetAtt': ['Inner', 'Arn']}]}}},
                 'Outputs': {'Inner': {'Value': {'Ref': 'Inner'}}}}"""));
  }

  @Test
  void whatOneNestedStackGivesAnotherMayGetBeforeItIsRead() throws IOException {
    nested(
        "bbbbbbbb",
        "{'Resources': {'A': {'Type': 'T', 'Properties': {'From': {'Ref': 'given'}}}}}");
    nested(
        "cccccccc",
        "{'Resources': {'B': {'Type': 'T'}}, 'Outputs': {'Out': {'Value': {'Ref': 'B'}}}}");
    var template =
        json(
            """
            {'Resources': {
               'First': {'Type': 'AWS::CloudFormation::Stack', 'Properties': {'TemplateURL': 'https://bucket/bbbbbbbb.json', 'Parameters': {'given': {'Fn::GetAtt': ['Second', 'Outputs.Out']}}}},
               'Second': {'Type': 'AWS::CloudFormation::Stack', 'Properties': {'TemplateURL': 'https://bucket/cccccccc.json'}}}}""");

    assertThat(NestedStacks.unfolded(template, folder).at("/Resources/A/Properties/From"))
        .isEqualTo(json("{'Ref': 'B'}"));
  }

  @Test
  void whatDependsOnANestedStackDependsOnAllOfIt() throws IOException {
    nested("aaaaaaaa", "{'Resources': {'A': {'Type': 'T'}, 'B': {'Type': 'T'}}}");
    var template =
        json(
            """
            {'Resources': {
               'Last': {'Type': 'T', 'DependsOn': ['Other', 'Add']},
               'Add': {'Type': 'AWS::CloudFormation::Stack', 'Properties': {'TemplateURL': 'https://bucket/aaaaaaaa.json'}}}}""");

    assertThat(NestedStacks.unfolded(template, folder).at("/Resources/Last/DependsOn"))
        .isEqualTo(json("['Other', 'A', 'B']"));
  }

  @Test
  void twoStacksWithTheSameIdAreNotMadeOne() throws IOException {
    nested("aaaaaaaa", "{'Resources': {'Table': {'Type': 'T'}}}");
    var template =
        json(
            """
            {'Resources': {
               'Table': {'Type': 'T'},
               'Add': {'Type': 'AWS::CloudFormation::Stack', 'Properties': {'TemplateURL': 'https://bucket/aaaaaaaa.json'}}}}""");

    assertThatThrownBy(() -> NestedStacks.unfolded(template, folder))
        .hasMessageContaining("Table stands in two stacks");
  }

  @Test
  void whatIsNotKnownOfANestedStackIsNamed() throws IOException {
    var template =
        json(
            "{'Resources': {'Add': {'Type': 'AWS::CloudFormation::Stack', 'Properties': {'TimeoutInMinutes': 5}}}}");

    assertThatThrownBy(() -> NestedStacks.unfolded(template, folder))
        .hasMessageContaining("Add: TimeoutInMinutes of a nested stack is not implemented");
  }

  @Test
  void whatWouldMeanSomethingElseWithoutTheNestedStackIsNamed() throws IOException {
    nested(
        "cccccccc",
        "{'Resources': {'A': {'Type': 'T', 'Properties': {'Of': {'Ref': 'AWS::StackName'}}}}}");
    nested("dddddddd", "{'Resources': {}, 'Conditions': {'Here': {'Fn::Equals': ['a', 'a']}}}");

    assertThatThrownBy(() -> NestedStacks.unfolded(with("cccccccc"), folder))
        .hasMessageContaining("Add: AWS::StackName in a nested stack is that stack's own");
    assertThatThrownBy(() -> NestedStacks.unfolded(with("dddddddd"), folder))
        .hasMessageContaining("Add: Conditions of a nested stack is not implemented");
  }

  private static JsonNode with(String key) throws IOException {
    return json(
        "{'Resources': {'Add': {'Type': 'AWS::CloudFormation::Stack', 'Properties': {'TemplateURL': 'https://bucket/%s.json'}}}}"
            .formatted(key));
  }

  private void nested(String key, String text) throws IOException {
    Files.writeString(folder.resolve(key + ".nested.json"), text.replace('\'', '"'));
    Files.writeString(
        folder.resolve(key + ".assets.json"),
        "{\"files\": {\"%1$s\": {\"source\": {\"path\": \"%1$s.nested.json\"}}}}".formatted(key));
  }

  private static JsonNode json(String text) throws IOException {
    return JSON.readTree(text.replace('\'', '"'));
  }
}
