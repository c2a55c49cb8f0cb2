package parley.local.aws;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import parley.local.FakeStack;
import parley.local.template.Names;

class DeveloperTest {

  private static final Names NAMES = FakeStack.freeNames();

  @TempDir private Path folder;

  @Test
  void theProfileCanBeReadByItsOwnerAlone() throws IOException {
    Developer.enter(new Principals(), NAMES, folder);

    for (var name : new String[] {"config", "credentials"}) {
      assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(folder.resolve(name))))
          .isEqualTo("rw-------");
    }
    assertThat(folder)
        .isDirectoryNotContaining(file -> file.getFileName().toString().contains("next"));
  }

  @Test
  void theProfilesKeyIsTheAdministratorsAndItsSecretIsNewAtEveryStart() throws IOException {
    var principals = new Principals();
    Developer.enter(principals, NAMES, folder);
    var first = Files.readString(folder.resolve("credentials"));
    var key = first.lines().filter(line -> line.contains("key_id")).findFirst().orElseThrow();

    assertThat(principals.find(key.replaceAll(".* ", "")))
        .get()
        .extracting(Credentials::caller)
        .isEqualTo(new Caller.Administrator("developer"));

    Developer.enter(new Principals(), NAMES, folder);
    var second = Files.readString(folder.resolve("credentials"));
    assertThat(second).contains(key).isNotEqualTo(first);
  }

  @Test
  void theLineSaysHowToUseIt() throws IOException {
    assertThat(Developer.enter(new Principals(), NAMES, folder).line())
        .isEqualTo(
            "AWS's own clients: export AWS_CONFIG_FILE=%s/config AWS_SHARED_CREDENTIALS_FILE=%s/credentials AWS_PROFILE=twin",
            folder, folder);
    assertThat(folder.resolve("config"))
        .content()
        .contains("[profile twin]", "region = us-east-1", "endpoint_url = " + NAMES.aws());
  }
}
