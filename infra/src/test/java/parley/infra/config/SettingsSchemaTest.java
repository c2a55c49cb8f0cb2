package parley.infra.config;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import parley.infra.instances.Settings;

class SettingsSchemaTest {

  private static final Path FILE = Path.of("../instances/schema.json");

  @Test
  void theSchemaThatEditorsReadIsThatOfTheRecords() throws IOException {
    var schema = SettingsSchema.text(Settings.class);
    var beside = Path.of("target/schema.received.json");
    Files.writeString(beside, schema);
    assertThat(Files.exists(FILE) ? Files.readString(FILE) : "")
        .as("put infra/%s in the place of instances/schema.json", beside)
        .isEqualTo(schema);
  }
}
