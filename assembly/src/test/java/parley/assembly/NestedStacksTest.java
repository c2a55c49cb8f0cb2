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
        "inner.json",
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
               'Add': {'Type': 'AWS::CloudFormation::Stack', 'Metadata': {'aws:asset:path': 'inner.json'},
                 'Properties': {'TemplateURL': 'https://bucket', 'Parameters': {'table': {'Ref': 'Table'}}}}},
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
        "first.json",
        "{'Resources': {'A': {'Type': 'T', 'Properties': {'From': {'Ref': 'given'}}}}}");
    nested(
        "second.json",
        "{'Resources': {'B': {'Type': 'T'}}, 'Outputs': {'Out': {'Value': {'Ref': 'B'}}}}");
    var template =
        json(
            """
            {'Resources': {
               'First': {'Type': 'AWS::CloudFormation::Stack', 'Metadata': {'aws:asset:path': 'first.json'},
                 'Properties': {'Parameters': {'given': {'Fn::GetAtt': ['Second', 'Outputs.Out']}}}},
               'Second': {'Type': 'AWS::CloudFormation::Stack', 'Metadata': {'aws:asset:path': 'second.json'}}}}""");

    assertThat(NestedStacks.unfolded(template, folder).at("/Resources/A/Properties/From"))
        .isEqualTo(json("{'Ref': 'B'}"));
  }

  @Test
  void whatDependsOnANestedStackDependsOnAllOfIt() throws IOException {
    nested("inner.json", "{'Resources': {'A': {'Type': 'T'}, 'B': {'Type': 'T'}}}");
    var template =
        json(
            """
            {'Resources': {
               'Last': {'Type': 'T', 'DependsOn': ['Other', 'Add']},
               'Add': {'Type': 'AWS::CloudFormation::Stack', 'Metadata': {'aws:asset:path': 'inner.json'}}}}""");

    assertThat(NestedStacks.unfolded(template, folder).at("/Resources/Last/DependsOn"))
        .isEqualTo(json("['Other', 'A', 'B']"));
  }

  @Test
  void twoStacksWithTheSameIdAreNotMadeOne() throws IOException {
    nested("inner.json", "{'Resources': {'Table': {'Type': 'T'}}}");
    var template =
        json(
            """
            {'Resources': {
               'Table': {'Type': 'T'},
               'Add': {'Type': 'AWS::CloudFormation::Stack', 'Metadata': {'aws:asset:path': 'inner.json'}}}}""");

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

  private void nested(String file, String text) throws IOException {
    Files.writeString(folder.resolve(file), text.replace('\'', '"'));
  }

  private static JsonNode json(String text) throws IOException {
    return JSON.readTree(text.replace('\'', '"'));
  }
}
