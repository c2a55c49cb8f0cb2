package parley.local.template;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.net.URI;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class PropertyCheckTest {

  private static final Names NAMES =
      new Names(
          "test",
          "us-east-1",
          "000000000000",
          URI.create("http://localhost:4400"),
          URI.create("http://localhost:4401"),
          URI.create("http://localhost:4402"));

  private static final ResourceType LAMP =
      new ResourceType(
          "Test::Lamp",
          Set.of("Color", "Bulb.Watts", "Bulb.Spares.Watts", "Wiring"),
          Set.of("Bulb.Maker", "Tags"),
          Names::physical,
          Map.of("Arn", (names, id) -> names.arn("lamp", id)));

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '`',
      value = {
        "{'Shade': 1} | Shade",
        "{'Bulb': {'Watts': 1, 'Volts': 2}} | Bulb.Volts",
        "{'Bulb': {'Spares': [{'Watts': 1}, {'Maker': 'x'}]}} | Bulb.Spares.Maker",
        "{'Bulb': 5} | Bulb",
        "{'Color': {'Fn::GetAtt': ['Lamp', 'Price']}} | the attribute Price of Lamp",
        "{'Color': {'Ref': 'Nobody'}} | Nobody, which is neither a resource nor a parameter",
        "{'Color': {'Fn::Base64': 'x'}} | Fn::Base64 is not implemented",
        "{'Wiring': {'Deep': [{'Fn::ImportValue': 'x'}]}} | Fn::ImportValue is not implemented"
      })
  void whatIsNotImplementedStopsTheStart(String properties, String named) {
    assertThatThrownBy(
            () -> resolve("{'Lamp': {'Type': 'Test::Lamp', 'Properties': %s}}", properties))
        .isInstanceOf(Unacceptable.class)
        .hasMessageContaining("Lamp")
        .hasMessageContaining(named);
  }

  @Test
  void allThatIsNotImplementedIsToldAtOnce() {
    assertThatThrownBy(
            () ->
                resolve(
                    """
                    {'Lamp': {'Type': 'Test::Lamp', 'CreationPolicy': {}, 'Properties': %s},
                     'Fan': {'Type': 'Test::Fan'}}""",
                    "{'Shade': 1}"))
        .hasMessageContaining("Shade")
        .hasMessageContaining("CreationPolicy")
        .hasMessageContaining("Test::Fan");
  }

  @Test
  void whatIsWithoutEffectIsListed() throws JsonProcessingException {
    var stack =
        resolve(
            "{'Lamp': {'Type': 'Test::Lamp', 'Properties': %s}}",
            "{'Color': {'Fn::GetAtt': ['Lamp', 'Arn']}, 'Bulb': {'Maker': 'x'}}");

    assertThat(stack.get("Lamp").text("Color"))
        .isEqualTo("arn:aws:lamp:us-east-1:000000000000:Lamp");
    assertThat(stack.inert()).isEqualTo(Map.of("Test::Lamp", Set.of("Bulb.Maker")));
  }

  private static ResolvedStack resolve(String resources, String properties)
      throws JsonProcessingException {
    var template = "{'Resources': " + resources.formatted(properties) + "}";
    return Template.resolve(
        new ObjectMapper().readTree(template.replace('\'', '"')), NAMES, List.of(LAMP));
  }
}
